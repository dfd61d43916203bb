// Every page that there is, by name and address. A test compares this list with the routes of the program, so that
// no page is ever left out.
//
//   node scenes.mjs     prints all addresses, for a subject made up here
import { pathToFileURL } from "node:url";
import { oneTimeCode } from "./codes.mjs";

/** The main pages. */
export const scenes = ({ scope, pkg, npm, version, attempt, file }) => ({
  home: "/",
  results: "/packages?search=" + pkg.split("/")[1].slice(0, 3),
  package: "/" + pkg,
  docs: `/${pkg}/doc`,
  symbol: `/${pkg}/doc/~/flag`,
  dependencies: `/${pkg}/dependencies`,
  history: `/history/${pkg}`,
  npm: "/" + npm,
  versions: `/${pkg}/versions`,
  folder: `/${pkg}/${version}`,
  file: `/${pkg}/${version}${file}#L12`,
  list: `/${pkg}/meta.json`,
  scope: "/@" + scope,
  status: "/status/" + attempt,
  create: `/new?scope=${scope}&package=another&from=cli`,
  manual: "/docs",
  manualPage: "/docs/publish",
  trouble: "/@nobody/nothing",
});

/** All the others that strangers see. */
export const others = ({ scope, pkg, version, module, build, person }) => ({
  classSymbol: `/${pkg}/doc/~/Mast`,
  typeSymbol: `/${pkg}/doc/~/Flag`,
  aliasSymbol: `/${pkg}/doc/~/Colour`,
  enumSymbol: `/${pkg}/doc/~/Wind`,
  overloads: `/${pkg}/doc/~/furl`,
  namespaceSymbol: `/${pkg}/doc/~/knots`,
  variableSymbol: `/${pkg}/doc/~/SIGNALS`,
  symbols: `/${pkg}/doc/all_symbols`,
  pinned: `/${pkg}@${version}`,
  pinnedDocs: `/${pkg}@${version}/doc`,
  pinnedSymbol: `/${pkg}@${version}/doc/~/flag`,
  pinnedSymbols: `/${pkg}@${version}/doc/all_symbols`,
  pinnedDependencies: `/${pkg}@${version}/dependencies`,
  versionList: `/${pkg}/${version}_meta.json`,
  dependents: `/${pkg}/dependents`,
  score: `/${pkg}/score`,
  diff: `/${pkg}/diff`,
  comparison: `/${pkg}/diff/${version}/1.1.0`,
  scopeHistory: `/history/@${scope}`,
  fact: "/log/fact/1",
  person: "/user/" + person,
  signIn: "/sign-in",
  secondStep: "/sign-in/second",
  signUp: "/sign-up",
  reference: "/docs/api-reference",
  modules: "/x",
  module: "/x/" + module,
  moduleVersion: `/x/${module}@1.0.0`,
  moduleFile: `/x/${module}@1.0.0/mod.ts`,
  addModule: "/add_module",
  addedModule: "/add_module?name=" + module,
  freeModule: "/add_module?name=nobody_has_this",
  build: "/status/" + build,
  approved: "/auth/decided?decision=APPROVED",
});

/** What only those see who are signed in, here as staff. */
export const own = ({ scope, pkg, npm, code, ticket }) => ({
  account: "/account",
  invites: "/account/invites",
  attempts: "/publishing",
  tickets: "/account/tickets",
  ticket: "/ticket/" + ticket,
  enterCode: "/auth",
  authorize: "/auth?code=" + code,
  present: "/auth/present?code=" + code,
  ownCreate: `/new?scope=${scope}&package=another`,
  ownScope: `/@${scope}`,
  ownPackage: `/${pkg}`,
  members: `/@${scope}/~/members`,
  scopeSettings: `/@${scope}/~/settings`,
  publishing: `/${pkg}/publish`,
  npmPublishing: `/${npm}/publish`,
  packageSettings: `/${pkg}/settings`,
  ownVersions: `/${pkg}/versions`,
  staffUsers: "/admin/users",
  staffScopes: "/admin/scopes",
  staffPackages: "/admin/packages",
  staffTasks: "/admin/publishingTasks",
  staffTickets: "/admin/tickets",
  staffModules: "/admin/modules",
  staffAudit: "/admin/audit",
});

/** What is shown once, as the answer to a form: where it is sent, what is filled in, the route that answers. */
export const answers = ({ password }) => ({
  freshToken: { form: "/account/tokens", fields: () => ({ description: "a look", may: "read", days: "1" }), route: "/account/tokens/fresh" },
  authenticator: { form: "/account/second-factor", fields: () => ({ password }), route: "/account/second-factor/secret" },
  recovery: { form: "/account/second-factor/confirm", fields: (page) => ({ code: oneTimeCode(/id="secret">(\w+)</.exec(page)[1]) }), route: "/account/second-factor/recovery" },
});

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = { scope: "luca", pkg: "@luca/flag", npm: "@luca/pole", version: "1.0.0", file: "/mod.ts", code: "ABCD-EFGH", module: "flag", build: "0".repeat(24) };
  for (const name of ["attempt", "person", "ticket"]) made[name] = "00000000-0000-0000-0000-000000000000";
  const asked = [scenes, others, own].flatMap((list) => Object.values(list(made)));
  console.log(JSON.stringify([...asked, ...Object.values(answers(made)).map(({ route }) => route)]));
}
