package varve.acceptance.rights;

import java.util.List;

/// What people and programs ask that could tell of a private scope: `S` stands for it, `O` for the
/// public scope beside it, `U` for an admin's id and `L` for the name they sign in with.
final class PrivateAddresses {
    private PrivateAddresses() {}

    /// What can be asked about a package: files, pages, programs' questions.
    static final List<String> ABOUT =
            """
            /@S/flag/meta.json
            /@S/flag/1.0.0_meta.json
            /@S/flag/1.0.0/mod.ts
            /@S/flag/1.0.0/nothing.ts
            /@S/flag/1.0.0/vendor/@jsr/std__path/mod.ts
            html:/@S/flag/1.0.0/vendor/@jsr/std__path/mod.ts
            html:/@S/flag/doc/@jsr/std__path
            html:/@S/flag/doc/%E2%80%A8
            html:/@S
            html:/@S/flag
            html:/@S/flag@1.0.0
            html:/@S/flag/versions
            html:/@S/flag/score
            html:/@S/flag/dependents
            html:/@S/flag/dependencies
            html:/@S/flag@1.0.0/dependencies
            html:/@S/flag/doc
            html:/@S/flag/doc/~/flag
            html:/@S/flag/doc/all_symbols
            html:/@S/flag@1.0.0/doc
            html:/@S/flag@1.0.0/doc/all_symbols
            html:/@S/flag/diff
            html:/@S/flag/diff/1.0.0/1.1.0
            html:/@S/flag/1.0.0
            html:/@S/flag/1.0.0/mod.ts
            html:/@S/flag/meta.json
            html:/@S/flag/1.0.0_meta.json
            html:/history/@S
            html:/history/@S/flag
            /@S/flag/feed.atom
            /@S/~/og
            /@S/flag/og
            /@S/flag@1.0.0/og
            html:/@S/flag/og
            /badges/@S
            /badges/@S/flag
            /badges/@S/flag/score
            /api/scopes/S
            /api/scopes/S/members
            /api/scopes/S/invites
            /api/scopes/S/packages
            /api/scopes/S/packages/flag
            /api/scopes/S/packages/flag/score
            /api/scopes/S/packages/flag/downloads
            /api/scopes/S/packages/flag/dependents
            /api/scopes/S/packages/flag/publishing_tasks
            /api/scopes/S/packages/flag/diff/1.0.0/1.0.0
            /api/scopes/S/packages/flag/versions
            /api/scopes/S/packages/flag/versions/1.0.0
            /api/scopes/S/packages/flag/versions/latest
            /api/scopes/S/packages/flag/versions/1.0.0/dependencies
            /api/scopes/S/packages/flag/versions/1.0.0/dependencies/graph
            /api/scopes/S/packages/flag/versions/1.0.0/docs
            /api/scopes/S/packages/flag/versions/1.0.0/docs?all_symbols
            /api/scopes/S/packages/flag/versions/1.0.0/docs/search
            /api/scopes/S/packages/flag/versions/1.0.0/docs/search_structured
            /api/scopes/S/packages/flag/versions/1.0.0/source?path=/mod.ts
            /api/scopes/S/packages/flag/versions/1.0.0/tarball
            /api/user/member/S
            /api/audit?scope=S
            /api/audit/scopes/S
            /api/audit/scopes/S/packages/flag
            /api/audit/scopes/S/packages/flag/publishers
            npm:/@jsr/S__flag
            npm:/@jsr%2fS__flag
            npm:/@jsr/S__flag/1.0.0
            npm:/~/12/@jsr/S__flag/1.0.0.tgz
            npm:/@jsr/S__flag/-/S__flag-1.0.0.tgz
            npm:/-/package/@jsr%2fS__flag/dist-tags
            npm:/-/package/@jsr%2fS__flag/collaborators
            npm:/-/package/@S%2fflag/collaborators
            npm:/-/org/S/package
            npm:/-/org/S/user
            npm:/-/org/S/team
            npm:/-/team/S/developers/user
            npm:/downloads/point/last-week/@S/flag
            npm:/downloads/range/last-week/@jsr/S__flag
            npm:/downloads/point/last-week/@S/flag,@O/cloth
            npm:/versions/@S/flag/last-week
            """
                    .lines()
                    .toList();

    /// What lists packages, people or happenings of all kinds.
    static final List<String> LISTS =
            """
            /api/packages?query=cast
            /api/packages?query=flag
            /api/search/suggest?query=cast
            /api/users/U/scopes
            /api/users/U/packages
            /api/stats
            /api/changes?limit=1000
            /api/scopes/O/packages/cloth/dependents
            html:/
            html:/packages?search=cast
            html:/search/suggest?query=cast
            html:/@O/cloth/dependents
            html:/@O/cloth
            html:/history/@O/cloth
            /feed.atom
            /sitemap.xml
            npm:/-/v1/search?text=cast
            npm:/-/v1/search?text=flag
            npm:/-/all
            npm:/_changes
            npm:/-/user/L/package
            npm:/-/user/L/stars
            npm:/-/_view/starredByUser?key=%22L%22
            """
                    .lines()
                    .toList();
}
