/// An everyday word and its forms, by which no word is taken for a name.
package enum EverydayWord {
  /// Interns a base form with its accusative, feminine, dual and sound plurals; phrases are passed over.
  ///
  /// - Parameter body: Is handed each symbol.
  package static func intern(
    _ form: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary, _ body: (Symbol) -> Void
  ) {
    guard !form.contains(0x20) else { return }
    body(vocabulary.intern(utf8: form))
    let isFeminine = form.count >= 2 && form[form.count - 2] == 0xD8 && form[form.count - 1] == 0xA9
    let stem = UnsafeBufferPointer(rebasing: form.dropLast(isFeminine ? 2 : 0))
    for ending in isFeminine ? feminineEndings : endings { body(vocabulary.intern(utf8: stem, ending: ending)) }
  }

  private static let feminineEndings: [StaticString] = ["ات", "تين", "تان"]
  private static let endings: [StaticString] = ["ا", "ة", "ات", "ين", "ون", "ان"]
}
