/// A step of a reader through a document.
package enum XMLNode: Sendable, Hashable {
  /// A start tag, or an empty element, which an ``end(_:)`` follows too.
  case start(XMLTag)
  /// Text, with references and CDATA undone; long text may come in several pieces.
  case text(String)
  /// An end tag.
  case end(XMLName)
}

/// A name with its namespace.
package struct XMLName: Sendable, Hashable {
  /// The name without prefix.
  package let local: String
  /// The namespace's address; nil for none.
  package let namespace: String?

  /// Makes a name.
  package init(_ local: String, namespace: String? = nil) {
    self.local = local
    self.namespace = namespace
  }
}

/// A start tag.
package struct XMLTag: Sendable, Hashable {
  /// The element's name.
  package let name: XMLName
  /// The attributes in the order of the text, without namespace declarations.
  package let attributes: [XMLAttribute]

  /// The value of the attribute of this name in no namespace; nil where there is none.
  package subscript(attribute: String) -> String? {
    attributes.first { $0.name.namespace == nil && $0.name.local == attribute }?.value
  }
}

/// An attribute.
package struct XMLAttribute: Sendable, Hashable {
  /// The name.
  package let name: XMLName
  /// The value, normalized as XML says.
  package let value: String
}
