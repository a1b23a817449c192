/// A `key`, `unique` or `keyref` of a schema's root element that we check ourselves while libxml2 checks the rest.
///
/// libxml2 tries every path of every selector on every element and keeps each value in some hundred bytes: half of the
/// time and most of the memory of a validation. Constraints whose selectors are plain paths and whose field is one
/// attribute of a string type need a small tree of names and a set of strings.
struct IdentityConstraint: Sendable {
  enum Kind: Sendable, Equatable {
    /// Every selected element has the attribute, with a value of its own.
    case key
    /// No two selected elements have the same value.
    case unique
    /// Every value is one of the constraint of that number.
    case reference(Int)
  }

  /// An element's name.
  struct Name: Sendable, Hashable {
    var local: String
    /// Nil for no namespace.
    var namespace: String?
  }

  /// The name, for people.
  var name: String
  var kind: Kind
  /// The names on the ways from the root element, without it, to the selected elements.
  var paths: [[Name]]
  /// The attribute, in no namespace.
  var attribute: String
  /// Whether spaces around values, and more than one inside, do not count.
  var collapses: Bool
}
