internal import ArgumentParser
internal import EventModel
internal import Schemas

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a bundled schema, or list them.",
    discussion: """
      Examples:
        isnad schema
        isnad schema events.schema.json > events.schema.json
        isnad schema CODEBOOK.md
      """
  )

  @Argument(help: "The schema's file name, with or without extensions.")
  var name: String?

  func run() throws {
    let files = EmbeddedSchemas.files
    guard let name else {
      for file in files { Console.output(file.name) }
      return
    }
    guard let file = files.first(where: { $0.name == name }) ?? files.first(where: { $0.name.hasPrefix(name + ".") })
    else {
      throw ValidationError("There is no schema “\(name)”: `isnad schema` lists them.")
    }
    Console.output(file.contents)
  }
}
