/**
 * Stands in for typebox in what the browser loads. The contract's schemas are checked by the server only, and the library
 * that describes them would be the largest part of the pane; here they are empty.
 */
export {
  empty as Array,
  empty as Boolean,
  empty as Enum,
  empty as Integer,
  empty as Literal,
  empty as Null,
  empty as Number,
  empty as Object,
  empty as Optional,
  empty as Partial,
  empty as Pick,
  empty as Record,
  empty as String,
  empty as Union,
  empty as Unknown,
  empty as Unsafe,
}

/** One schema is made out of another's properties. */
// @__NO_SIDE_EFFECTS__
function empty() {
  return { properties: {} }
}
