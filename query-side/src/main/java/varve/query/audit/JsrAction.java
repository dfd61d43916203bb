package varve.query.audit;

import static java.util.Map.entry;

import java.util.Map;

/// What JSR calls the things that people do.
final class JsrAction {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    entry("scope.created", "create_scope"),
                    entry("scope.quota-set", "scope_set_package_limit"),
                    entry("scope.ci-actor-verified", "scope_set_verify_oidc_actor"),
                    entry("scope.ci-required", "scope_set_require_publishing_from_ci"),
                    entry("scope.described", "scope_set_description"),
                    entry("scope.member-invited", "add_scope_invite"),
                    entry("scope.invite-withdrawn", "delete_scope_invite"),
                    entry("scope.role-changed", "scope_update_scope_member_role"),
                    entry("scope.deleted", "delete_scope"),
                    entry("package.described", "update_package_description"),
                    entry("package.repository-linked", "update_package_github_repository"),
                    entry("package.repository-unlinked", "delete_package_github_repository"),
                    entry("package.runtime-compat-set", "update_package_runtime_compat"),
                    entry("package.featured", "feature_package"),
                    entry("package.archived", "archive_package"),
                    entry("package.readme-source-set", "package_update_source"),
                    entry("package.deleted", "delete_package"),
                    entry("version.yanked", "yank_package_version"),
                    entry("version.tombstoned", "delete_package_version"),
                    entry("user.staff-appointed", "user_set_staff"),
                    entry("user.staff-dismissed", "user_set_staff"),
                    entry("user.blocked", "user_set_blocked"),
                    entry("user.unblocked", "user_set_blocked"),
                    entry("holdings.scopes-limited", "user_set_scope_limit"),
                    entry("ticket.closed", "update_ticket_status"),
                    entry("ticket.reopened", "update_ticket_status"));

    private JsrAction() {}

    /// @param event stored name of a fact
    /// @return what JSR calls it; where it has no name for it, the stored one
    static String of(String event) {
        return NAMES.getOrDefault(event, event);
    }
}
