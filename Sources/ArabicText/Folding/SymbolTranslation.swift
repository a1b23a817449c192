/// The symbols of one vocabulary as those of another, which took its words.
package struct SymbolTranslation: Sendable {
  private let symbols: [Symbol]

  init(_ symbols: [Symbol]) { self.symbols = symbols }

  /// The symbol in the other vocabulary. One that stands for no word of the first is the same in both.
  package subscript(symbol: Symbol) -> Symbol {
    let index = Int(symbol.rawValue)
    return index < symbols.count ? symbols[index] : symbol
  }
}
