import Foundation
import PackagePlugin

/// Writes the words that rules make of the bundled tables, so that the program need not make them at every start.
@main
struct CompileWords: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Sources/Lexicon/ar")
    let tables = ["verbs.tsv", "common-words.tsv"].map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedWords.swift")
    return [
      .buildCommand(
        displayName: "Compiling the forms of verbs and everyday words",
        executable: try context.tool(named: "CompileWordsTool").url,
        arguments: ([output] + tables).map { $0.path(percentEncoded: false) },
        inputFiles: tables,
        outputFiles: [output]
      )
    ]
  }
}
