package varve.acceptance.rights;

import java.util.List;
import java.util.stream.Stream;
import varve.acceptance.rights.Cast.Part;

/// Who may do what, at a glance.
///
/// | in the table | answer |
/// |---|---|
/// | ok | 2xx |
/// | who | 401 `missingAuthentication` |
/// | perm | 403 `missingPermission` |
/// | user | 403 `actorNotUser` |
/// | pers | 403 `credentialNotInteractive` |
/// | memb | 403 `actorNotScopeMember` |
/// | admn | 403 `actorNotScopeAdmin` |
/// | stff | 403 `actorNotAuthorized` |
/// | ci | 403 `scopeRequiresPublishingFromCi` |
/// | pass | 401 `wrongPassword` |
/// | code | 401 `wrongOneTimeCode` |
/// | gone | 400 `passkeyChallengeGone` |
/// | wait | 400 `authorizationPending` |
/// | none | 404 |
///
/// Names in braces are made anew for each cell where a row uses them up; `{s}` is a scope with all
/// of the cast in it, `{p}` a package there, `{linked}` one that the job's repository publishes,
/// `{jobs}` a scope where only jobs publish.
final class Matrix {
    /// Columns as in {@link Part}.
    private static final String MATRIX =
            """
            #                                                                nobody token strng readr audit membr admin job  staff
            GET    /api/packages?query={s}                                   ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/search/suggest?query={s}                             ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/stats                                                ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/metrics                                              ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/users/{admin}/packages                               ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes {"scope":"{fresh}"}                           who   perm  ok    ok    ok    ok    ok    user  ok
            GET    /api/scopes/{s}                                           ok    ok    ok    ok    ok    ok    ok    ok    ok
            PATCH  /api/scopes/{s} {"description":"Flags of all colours"}    who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s} {"ghActionsVerifyActor":true}             who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s} {"requirePublishingFromCI":false}         who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s} {"visibility":"public"}                   who   perm  memb  memb  memb  admn  ok    user  ok
            DELETE /api/scopes/{empty}                                       who   perm  memb  memb  memb  admn  ok    user  ok
            GET    /api/scopes/{s}/members                                   ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/members/{admin}                           ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes/{s}/members {"id":"{newcomer}"}               who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/members/{joined} {"role":"reader"}        who   perm  memb  memb  memb  admn  ok    user  ok
            DELETE /api/scopes/{s}/members/{joined}                          who   perm  memb  memb  memb  admn  ok    user  ok
            GET    /api/scopes/{s}/invites                                   who   perm  memb  memb  memb  admn  ok    user  ok
            GET    /api/scopes/{s}/invites/{invited}                         who   perm  memb  memb  memb  admn  ok    user  ok
            DELETE /api/scopes/{s}/invites/{invited}                         who   perm  memb  memb  memb  admn  ok    user  ok
            GET    /api/scopes/{s}/hooks                                     who   perm  memb  memb  memb  admn  ok    user  ok
            POST   /api/scopes/{s}/hooks {"endpoint":"https://example.org/"} who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/hooks/{unknown} {"secret":"new"}          who   perm  memb  memb  memb  admn  none  user  none
            DELETE /api/scopes/{s}/hooks/{unknown}                           who   perm  memb  memb  memb  admn  none  user  none
            GET    /api/scopes/{s}/hooks/{unknown}/deliveries                who   perm  memb  memb  memb  admn  none  user  none
            GET    /api/scopes/{s}/packages                                  ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/scopes/{s}/packages {"package":"{fresh}"}            who   perm  memb  memb  memb  ok    ok    user  ok
            GET    /api/scopes/{s}/packages/{p}                              ok    ok    ok    ok    ok    ok    ok    ok    ok
            PATCH  /api/scopes/{s}/packages/{p} {"description":"Draws"}      who   perm  memb  memb  memb  ok    ok    user  ok
            PATCH  /api/scopes/{s}/packages/{p} {"githubRepository":null}    who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/packages/{p} {"runtimeCompat":{}}         who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/packages/{p} {"readmeSource":"readme"}    who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/packages/{p} {"isArchived":false}         who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/packages/{p} {"visibility":"public"}      who   perm  memb  memb  memb  admn  ok    user  ok
            PATCH  /api/scopes/{s}/packages/{p} {"isFeatured":false}         who   perm  stff  stff  stff  stff  stff  user  ok
            DELETE /api/scopes/{s}/packages/{unused}                         who   perm  memb  memb  memb  admn  ok    user  ok
            POST   /api/scopes/{s}/packages/{unused}/move {"scope":"{s}","package":"{fresh}"} who perm memb memb memb admn ok user ok
            GET    /api/scopes/{s}/packages/{p}/dependents                   ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/downloads                    ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/publishers                   who   perm  memb  memb  memb  admn  ok    user  ok
            POST   /api/scopes/{s}/packages/{p}/publishers {"provider":"github","repository":"luca/flag","file":"ci.yml"} who perm memb memb memb admn ok user ok
            DELETE /api/scopes/{s}/packages/{p}/publishers/{unknown}         who   perm  memb  memb  memb  admn  ok    user  ok
            GET    /api/scopes/{s}/packages/{p}/score                        ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/diff/1.0.0/1.0.0             ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/publishing_tasks             who   perm  memb  memb  memb  ok    ok    user  ok
            GET    /api/scopes/{s}/packages/{p}/versions                     ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0               ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/dependencies  ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/dependencies/graph ok ok   ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/source        ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/tarball       ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/docs          ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/docs/search   ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/scopes/{s}/packages/{p}/versions/1.0.0/docs/search_structured ok ok ok ok    ok    ok    ok    ok    ok
            POST   /api/scopes/{s}/packages/{linked}/versions/{version}      who   ok    memb  memb  memb  ok    ok    ok    ok
            POST   /api/scopes/{s}/packages/{p}/versions/{version}           who   ok    memb  memb  memb  ok    ok    stff  ok
            POST   /api/scopes/{jobs}/packages/{work}/versions/{version}     who   perm  ci    ci    ci    ci    ci    ok    ok
            PATCH  /api/scopes/{s}/packages/{p}/versions/1.0.0 {"yanked":false} who perm memb  memb  memb  admn  ok    user  ok
            POST   /api/scopes/{s}/packages/{p}/versions/7.7.7/provenance {"bundle":{}} who none memb memb memb none none stff none
            DELETE /api/scopes/{s}/packages/{p}/versions/7.7.7               who   perm  stff  stff  stff  stff  stff  user  none
            GET    /api/publish_status/{task}                                ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/publishing_tasks/{task}                              ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/publishing_tasks/{task}/cancel                       none  none  none  none  none  none  none  none  none
            POST   /api/publishing_tasks/{task}/retry                        none  none  none  none  none  none  none  none  none
            GET    /api/user                                                 who   perm  ok    ok    ok    ok    ok    user  ok
            PATCH  /api/user {"name":"Luca"}                                 who   perm  pers  pers  pers  pers  ok    user  pers
            GET    /api/user/tokens                                          who   perm  ok    ok    ok    ok    ok    user  ok
            POST   /api/user/tokens {"description":"for the matrix"}         who   perm  pers  pers  pers  pers  ok    user  pers
            DELETE /api/user/tokens/{unknown}                                who   perm  pers  pers  pers  pers  none  user  pers
            GET    /api/user/messages                                        who   perm  ok    ok    ok    ok    ok    user  ok
            DELETE /api/user/messages/{unknown}                              who   perm  pers  pers  pers  pers  ok    user  pers
            GET    /api/user/sessions                                        who   perm  ok    ok    ok    ok    ok    user  ok
            DELETE /api/user/sessions/{unknown}                              who   perm  pers  pers  pers  pers  none  user  pers
            POST   /api/user/second-factor {"password":"guessed badly"}      who   perm  pers  pers  pers  pers  pass  user  pers
            POST   /api/user/second-factor/confirm {"code":"000000"}         who   perm  pers  pers  pers  pers  code  user  pers
            DELETE /api/user/second-factor {"password":"guessed badly"}      who   perm  pers  pers  pers  pers  pass  user  pers
            GET    /api/user/passkeys                                        who   perm  ok    ok    ok    ok    ok    user  ok
            POST   /api/user/passkeys/challenge {"password":"guessed badly"} who   perm  pers  pers  pers  pers  pass  user  pers
            POST   /api/user/passkeys {"name":"laptop","credential":{}}      who   perm  pers  pers  pers  pers  gone  user  pers
            DELETE /api/user/passkeys/{unknown} {"password":"guessed badly"} who   perm  pers  pers  pers  pers  none  user  pers
            POST   /api/session/challenge                                    ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/session/passkey {"credential":{}}                    gone  gone  gone  gone  gone  gone  gone  gone  gone
            GET    /api/user/scopes                                          who   perm  ok    ok    ok    ok    ok    user  ok
            GET    /api/user/member/{s}                                      who   perm  none  ok    ok    ok    ok    user  none
            GET    /api/user/invites                                         who   perm  ok    ok    ok    ok    ok    user  ok
            POST   /api/user/invites/{s}                                     who   perm  none  none  none  none  none  user  none
            DELETE /api/user/invites/{s}                                     who   perm  none  none  none  none  none  user  none
            GET    /api/users/{admin}                                        ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/users/{admin}/scopes                                 ok    ok    ok    ok    ok    ok    ok    ok    ok
            GET    /api/users/{admin}/fresh-token                            none  none  none  none  none  none  none  none  none
            POST   /api/authorizations {"challenge":"YQ=="}                  ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/authorizations/exchange {"exchangeToken":"{exchange}","verifier":"a"} wait wait wait wait wait wait wait wait wait
            GET    /api/authorizations/details/{code}                        ok    ok    ok    ok    ok    ok    ok    ok    ok
            POST   /api/authorizations/approve/{code}                        who   perm  pers  pers  pers  pers  ok    user  pers
            POST   /api/authorizations/deny/{code}                           who   perm  pers  pers  pers  pers  ok    user  pers
            POST   /api/tickets {"kind":"other","message":"Help"}            who   perm  ok    ok    ok    ok    ok    user  ok
            GET    /api/tickets/{ticket}                                     who   perm  none  none  none  none  ok    user  ok
            POST   /api/tickets/{ticket} {"message":"Still"}                 who   perm  none  none  none  none  ok    user  ok
            GET    /api/tickets/{ticket}/messages/{unknown}                  who   perm  none  none  none  none  none  user  none
            GET    /api/user/tickets                                         who   perm  ok    ok    ok    ok    ok    user  ok
            GET    /api/user/tickets/{ticket}                                who   perm  none  none  none  none  ok    user  ok
            GET    /api/admin/tickets                                        who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/tickets/{ticket}                               who   perm  stff  stff  stff  stff  stff  user  ok
            PATCH  /api/admin/tickets/{ticket} {"closed":true}               who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/audit?scope={s}                                      who   perm  memb  admn  ok    admn  ok    user  ok
            GET    /api/audit                                                who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/scopes                                         who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/packages                                       who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/audit_logs                                     who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/debug/mem_stats                                      who   perm  stff  stff  stff  stff  stff  user  ok
            POST   /api/admin/publishing_tasks/{unknown}/requeue             who   perm  stff  stff  stff  stff  stff  user  none
            GET    /api/admin/publishing_tasks                               who   perm  stff  stff  stff  stff  stff  user  ok
            POST   /api/admin/scopes {"scope":"{fresh}","userId":"{admin}"}  who   perm  stff  stff  stff  stff  stff  user  ok
            PATCH  /api/admin/scopes/{s} {"packageLimit":500}                who   perm  stff  stff  stff  stff  stff  user  ok
            POST   /api/admin/scopes/{s}/members {"userId":"{newcomer}"}     who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/users?query=Nia                                who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/users/{admin}                                  who   perm  stff  stff  stff  stff  stff  user  ok
            PATCH  /api/admin/users/{newcomer} {"isBlocked":true}            who   perm  stff  stff  stff  stff  stff  user  ok
            PATCH  /api/admin/users/{newcomer} {"isStaff":true}              who   perm  stff  stff  stff  stff  stff  user  ok
            PATCH  /api/admin/users/{newcomer} {"scopeLimit":7}              who   perm  stff  stff  stff  stff  stff  user  ok
            POST   /api/admin/users {"name":"Nia"}                           who   perm  stff  stff  stff  stff  stff  user  ok
            DELETE /api/admin/users/{newcomer}                               who   perm  stff  stff  stff  stff  stff  user  ok
            DELETE /api/admin/users/{newcomer}/second-factor                 who   perm  stff  stff  stff  stff  stff  user  ok
            PATCH  /api/admin/users/{newcomer}/scopes {"scopeLimit":9}       who   perm  stff  stff  stff  stff  stff  user  ok
            PUT    /api/admin/users/{newcomer}/identities/github {"subject":"{number}"} who perm stff stff stff stff stff user ok
            POST   /api/admin/invitations                                    who   perm  stff  stff  stff  stff  stff  user  ok
            GET    /api/admin/chores                                         who   perm  stff  stff  stff  stff  stff  user  ok
            """;

    private Matrix() {}

    /// @param cells what each column of {@link Part} is told
    record Row(String method, String path, String body, List<String> cells) {
        static Row of(String line) {
            var words = List.of(line.split(" +"));
            int first = words.size() - Part.values().length;
            return new Row(
                    words.get(0),
                    words.get(1),
                    String.join(" ", words.subList(2, first)),
                    words.subList(first, words.size()));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static Stream<Row> rows() {
        return MATRIX.lines().filter(line -> !line.startsWith("#")).map(Row::of);
    }
}
