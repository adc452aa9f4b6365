/** Who may import whom; see README, "How it is built". */
const slices =
  'identity|contractor|case-file|item|message|document|activity|filing|held|mailbox|graph|journal|rule|job|lookup|search|audit|triage|block-list|own-address|teaching|setting|sharing|access-check|notification|live|outlook|thunderbird|backup|doctor|outgoing|webhook|first-run|export|outside|person-data|template|retention|import|system'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-knows-nobody',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/|^(node_modules/)?typebox' },
    },
    {
      name: 'only-app-mounts-routes',
      severity: 'error',
      from: { pathNot: '^server/app\\.ts$' },
      to: { path: '\\.routes\\.ts$' },
    },
    {
      name: 'verbs-know-no-http',
      severity: 'error',
      from: { path: `^server/(${slices}|access|storage|mail|list|database)/`, pathNot: '\\.routes\\.ts$' },
      to: { path: 'node_modules/(@fastify|fastify)/|^server/http/(?!app-type)' },
    },
    {
      name: 'access-knows-no-slice',
      severity: 'error',
      from: { path: '^server/access/' },
      to: { path: `^server/(?!access/|database/|identity/|refusal)` },
    },
    { name: 'server-and-browser-apart', severity: 'error', from: { path: '^server/' }, to: { path: '^addin/' } },
    {
      name: 'browser-and-server-apart',
      severity: 'error',
      from: { path: '^addin/' },
      to: { path: '^server/|^migrations/' },
    },
    {
      name: 'pages-know-only-the-port',
      severity: 'error',
      from: { path: '^addin/(pane|file|admin|account|start|ui|api|text|queue)/' },
      to: { path: '^addin/host/(?!mail-host\\.ts$)' },
    },
    {
      name: 'hosts-know-no-pane',
      severity: 'error',
      from: { path: '^addin/host/' },
      to: { path: '^addin/(pane|ui|api|file|admin|account|start)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
