declare module '*?url' {
  const url: string
  // biome-ignore lint/style/noDefaultExport: it is what the bundler makes of such an import
  export default url
}
