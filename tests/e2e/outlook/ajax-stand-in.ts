/**
 * The few things that office.js of 2022 wants of Microsoft's Ajax library, which it loads from another of their servers
 * and which no package brings.
 */
export const ajaxStandIn = `
window.Type = Function;
Type.registerNamespace = function (name) {
  name.split('.').reduce(function (parent, part) { return parent[part] = parent[part] || {} }, window)
};
Function.prototype.registerClass = function () { return this };
Function.prototype.registerEnum = function () { return this };
Function._validateParams = function () { return null };
window.Sys = {
  Debug: { trace: function () {} },
  StringBuilder: function () { var parts = []; this.append = function (part) { parts.push(part) }; this.toString = function () { return parts.join('') } },
  Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } }
};
['argument', 'argumentNull', 'argumentOutOfRange', 'argumentType', 'argumentUndefined', 'parameterCount', 'invalidOperation', 'create'].forEach(function (name) {
  Error[name] = function (first, second) { return new Error(name + ': ' + [first, second].join(' ')) }
});
String.format = function (text) {
  var values = arguments;
  return text.replace(/{(\\d+)}/g, function (_, place) { return values[Number(place) + 1] })
};
`
