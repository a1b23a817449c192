internal import JSON

/// The manual page of a command line program, in the man(7) macros, from the description that the parser of its arguments
/// gives of it.
///
/// The description is the JSON of `--experimental-dump-help`, version 0:
/// https://github.com/apple/swift-argument-parser/blob/main/Sources/ArgumentParserToolInfo/ToolInfo.swift
package struct ManualPage {
  private let tool: JSONValue
  private let version: String

  /// Reads a description; nil where it is none.
  package init?(description: String, version: String) {
    guard let value = try? JSONParser.parse(Array(description.utf8)), let tool = value["command"] else { return nil }
    self.tool = tool
    self.version = version
  }

  /// The page, each line with its end.
  package var text: String {
    let name = tool.text("commandName")
    var page = Roff()
    page.macro("TH", [name.uppercased(), "1", "", name + " " + version, ""])
    // Long words of options would be torn apart by even margins.
    page.alignLeft()
    page.macro("SH", ["NAME"])
    page.text(name + " - " + Self.withoutStop(tool.text("abstract")))
    page.macro("SH", ["SYNOPSIS"])
    for command in commands { page.entry(of: Self.synopsis(command, of: name)) }
    page.macro("SH", ["DESCRIPTION"])
    page.prose(tool.text("discussion"))
    page.macro("SH", ["COMMANDS"])
    for command in commands {
      page.macro("SS", [name + " " + command.text("commandName")])
      page.prose(command.text("abstract"))
      page.prose(command.text("discussion"))
      for argument in Self.arguments(command) { page.item(Self.label(argument), Self.meaning(argument)) }
    }
    page.macro("SH", ["ENVIRONMENT"])
    for (variable, meaning) in Self.environment { page.item(variable, meaning) }
    return page.output
  }

  private static let environment = [
    ("NO_COLOR", "Where it is set to anything, messages are not coloured on a terminal."),
    ("PATH", "Where programs isnad-export-NAME are looked for, each of which is the format NAME."),
    (
      "SOURCE_DATE_EPOCH",
      "The moment that an export names as its own, in seconds since 1970, where --as-of is not given."
    ),
  ]

  private var commands: [JSONValue] {
    tool.list("subcommands").filter { $0.text("commandName") != "help" }
  }

  // MARK: - Words

  private static func arguments(_ command: JSONValue) -> [JSONValue] {
    command.list("arguments").filter {
      $0["shouldDisplay"]?.bool == true && !["help", "version"].contains($0.text("valueName"))
    }
  }

  private static func synopsis(_ command: JSONValue, of name: String) -> String {
    let words = arguments(command).map { argument in
      let word = label(argument)
      return argument["isOptional"]?.bool == true && !word.isEmpty ? "[" + word + "]" : word
    }
    return ([name, command.text("commandName")] + words).joined(separator: " ")
  }

  /// What is typed for an argument, such as `--to <dir>`, `-h, --help` and `<inputs> ...`.
  private static func label(_ argument: JSONValue) -> String {
    let value = "<" + argument.text("valueName") + ">"
    let names = argument.list("names").map { ($0.text("kind") == "long" ? "--" : "-") + $0.text("name") }
    let word =
      switch argument.text("kind") {
      case "positional": value
      case "flag": names.joined(separator: ", ")
      default: names.joined(separator: ", ") + " " + value
      }
    return word + (argument["isRepeating"]?.bool == true ? " ..." : "")
  }

  private static func meaning(_ argument: JSONValue) -> String {
    let values = argument.list("allValues").compactMap(\.string)
    let value = argument["defaultValue"]?.string
    return argument.text("abstract")
      + (values.isEmpty ? "" : " Values: " + values.joined(separator: ", ") + ".")
      + (value.map { " Default: " + $0 + "." } ?? "")
  }

  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}

extension JSONValue {
  fileprivate func text(_ key: String) -> String { self[key]?.string ?? "" }

  fileprivate func list(_ key: String) -> [JSONValue] { self[key]?.array ?? [] }
}
