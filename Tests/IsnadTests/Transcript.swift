import Foundation

/// Commands with their input and expected output, written in Markdown.
///
/// In a fenced block whose first line begins with `% `, every such line is a command. Below it stand its standard input,
/// closed by a line `^D` (both may be missing), then its standard output, its standard error with `2> ` before each
/// line, and `=> CODE` where the exit code is not 0. A prompt `$ ` is for readers who want to see what a terminal shows:
/// there, standard error has no mark. Commands of one file run one after another in the same folder, which holds a
/// link to the project's `seeds`.
///
/// ````
/// ```
/// % isnad schema nothing
/// 2> error: there is no schema “nothing” [unknown-schema]
/// => 64
/// ```
/// ````
struct Transcript {
  /// One command of the file.
  struct Step {
    var prompt: String
    var command: String
    var input: [String]?
    var expected: [String]

    /// Makes a step of the line that holds its prompt and command.
    init(_ line: String) {
      prompt = String(line.prefix(2))
      command = String(line.dropFirst(2))
      expected = []
    }
  }

  /// What stands between the commands, one element more than there are commands.
  var prose: [[String]] = [[]]
  var steps: [Step] = []

  /// Reads a transcript.
  init(_ text: String) {
    var step: Step?
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    var previous = ""
    for line in lines {
      let isCommand = line.hasPrefix("% ") || line.hasPrefix("$ ")
      if var open = step {
        if line == "```" || isCommand {
          steps.append(open)
          prose.append(isCommand ? [] : [line])
          step = isCommand ? Step(line) : nil
        } else if line == "^D", open.input == nil {
          open.input = open.expected
          open.expected = []
          step = open
        } else {
          open.expected.append(line)
          step = open
        }
      } else if previous.hasPrefix("```"), isCommand {
        step = Step(line)
      } else {
        prose[prose.count - 1].append(line)
      }
      previous = line
    }
  }

  /// The text of the transcript.
  var text: String {
    var lines = prose[0]
    for (step, after) in zip(steps, prose.dropFirst()) {
      lines.append(step.prompt + step.command)
      if let input = step.input { lines += input + ["^D"] }
      lines += step.expected + after
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
