package import ArabicText
package import EventModel
package import Lexicon

/// Finds the expressions of time in a text.
///
/// Words, patterns and examples are data (`calendar.tsv`, `time-patterns.tsv`, `known-events.tsv`); the tagger goes
/// over the tokens once and takes the longest pattern at each.
package struct TimeTagger: Sendable {
  let grammar: TimeGrammar

  /// Compiles the tables, interning their words.
  ///
  /// - Throws: A diagnostic with file and line where a row cannot be understood.
  package init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    grammar = try TimeGrammar(lexicon: lexicon, vocabulary: &vocabulary)
  }

  /// The events whose names the tagger knows.
  package var knownEvents: KnownEvents { grammar.events }

  /// The expressions in a text, in order; none overlaps another.
  package func tag(_ text: TokenizedText) -> [TimeMention] {
    let index = TimeLexemeIndex(text, grammar.lexemes)
    let matcher = TimeMatcher(text: text, lexemes: index, grammar: grammar)
    var mentions: [TimeMention] = []
    for sentence in text.sentences {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard !index.isEmpty(token) || matcher.isNumeric(token), let match = matcher.match(at: token),
          match.tokens.upperBound <= sentence.tokens.upperBound
        else {
          token += 1
          continue
        }
        if match.meaning != .nothing {
          mentions.append(
            TimeMention(
              tokens: match.tokens, bytes: text.bytes(match.tokens), rule: grammar.patterns[match.pattern].id,
              meaning: match.meaning, core: text.bytes(match.core..<match.tokens.upperBound)))
        }
        token = max(match.tokens.upperBound, token + 1)
      }
    }
    return mentions
  }
}

extension TimeTagger: Imaged {
  init(from image: inout ImageReader) { grammar = image.read() }

  func write(to image: inout ImageWriter) { image.write(grammar) }
}
