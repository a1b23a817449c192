/// What the program says of itself.
package enum Tool {
  /// The version, by the rules of semantic versioning.
  package static let version = "0.1.0"
}
