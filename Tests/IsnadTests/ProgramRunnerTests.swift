import CLibrary
import EventModel
import Exporters
import Testing

@testable import Pipeline

/// What programs may do and must not, each with a script that does it.
@Suite struct ProgramRunnerTests {
  private let folder: ProgramFolder

  init() throws { folder = try ProgramFolder() }

  /// The faults of programs written in the language of `sh`: what they do, and what is said of it.
  private static let faults: [(body: String, id: String, words: String)] = [
    ("cat >/dev/null; exit 1", "program-exit", "it could not write these data (exit code 1)"),
    ("exit 2", "program-exit", "it was called wrongly, as it says (exit code 2)"),
    ("exit 3", "program-exit", "it did not understand what it was sent (exit code 3)"),
    ("exit 9", "program-exit", "it failed (exit code 9)"),
    ("echo '{\"level\":\"error\",\"message\":\"no room\"}' >&2; exit 1", "program-exit", "(exit code 1): no room"),
    ("echo x; kill -SEGV $$", "program-signal", "it was ended by signal 11"),
    ("echo x; kill -KILL $$", "program-signal", "it was ended by signal 9"),
    ("exec <&-; cat >/dev/null; exit 0", "program-files", "it wrote nothing"),
    ("cat >/dev/null", "program-files", "it wrote nothing"),
    ("echo x; echo y > more.txt", "program-files", "it wrote the file “more.txt”, which it does not declare"),
    ("echo x; mkdir -p a/b; echo y > a/b/c", "program-files", "it wrote the file “a/b/c”, which it does not declare"),
    ("echo x; ln -s /etc/passwd l", "program-files", "“l” is a symbolic link"),
    ("echo x; mkfifo p", "program-files", "“p” is no plain file"),
    ("echo x; touch \"$(printf 'a\\033[31mb')\"", "program-files", "it wrote the file “a [31mb”"),
    ("printf '\\377\\376'", "program-files", "data/bad/out.txt is declared as text and is not UTF-8"),
    ("printf 'قال\\331'", "program-files", "data/bad/out.txt is declared as text and is not UTF-8"),
    ("cat >/dev/null; echo ab$$", "program-bytes", "it wrote other bytes into data/bad/out.txt when it ran a second"),
    ("echo \"$TMPDIR\"", "program-bytes", "it wrote other bytes into data/bad/out.txt when it ran a second"),
    ("yes", "program-limit", "it wrote more than 67"),
    ("echo x; yes >&2", "program-limit", "it said more than 1048576 bytes on standard error"),
    ("while :; do :; done", "program-limit", "it took more than 1 seconds"),
    ("sleep 100", "program-limit", "it took more than 1 seconds"),
    ("head -c 20 >/dev/null; sleep 100", "program-limit", "it took more than 1 seconds"),
    ("trap '' TERM INT HUP; cat >/dev/null; sleep 100; sleep 100", "program-limit", "it took more than 1 seconds"),
    (
      "i=0; while [ $i -lt 90 ]; do sleep 50 & i=$((i+1)); done; wait", "program-limit",
      "it ran more than 64 processes"
    ),
    (
      "i=0; while [ $i -lt 2100 ]; do : > f$i; i=$((i+1)); done; echo x; sleep 50", "program-limit",
      "it made more than 2000 files"
    ),
  ]

  @Test(arguments: faults.indices)
  func aProgramThatFailsIsSaidTo(index: Int) throws {
    let (body, id, words) = Self.faults[index]
    let program = try folder.shell(body)
    let seconds = words.contains("seconds") ? 1 : 20
    let fault = #expect(throws: Diagnostic.self) { try folder.export(program, seconds: seconds) }
    #expect(fault?.id == id, "\(body): \(String(describing: fault))")
    #expect(
      fault?.reason.hasPrefix(words) == true || fault?.reason.hasSuffix(words) == true,
      "\(body): \(String(describing: fault))")
    #expect(fault?.file == "isnad-export-bad")
    #expect(!folder.names.contains { $0.hasPrefix(".work") }, "what it left is removed")
  }

  /// What goes well although it might have been trouble.
  @Test(arguments: [
    // Reads nothing, or not to the end.
    ("echo x", "x\n"), ("head -n 1 >/dev/null; echo x", "x\n"), ("exec <&-; echo x", "x\n"),
    // Writes more than a pipe holds before it reads, and while it reads.
    ("yes 0123456 | head -c 800000 | cksum; wc -l | tr -d ' '", "2350338397 800000\n5\n"),
    // Reads slowly.
    ("while read -r line; do sleep 0.05; echo x; done", "x\nx\nx\nx\nx\n"),
    // Sees the environment that was promised.
    (
      "echo \"$LANG $LC_ALL $TZ ${HOME:+h} ${USER-none} ${ISNAD_TEST_SECRET-none}\"",
      "C.UTF-8 C.UTF-8 UTC h none none\n"
    ),
    ("pwd | sed 's,.*/,,'; ls -A | wc -l | tr -d ' '", "files\n0\n"),
    // Has room for its own files.
    ("echo x > \"$TMPDIR/a\"; cat \"$TMPDIR/a\"; ln -s a \"$TMPDIR/b\"", "x\n"),
    // Gets the signals that the host ignores.
    ("(sh -c 'kill -TERM $$'; echo $?) 2>/dev/null", "143\n"),
    // Cannot be fooled by a file that is taken away.
    ("mkdir d; chmod 0 d; echo x", "x\n"),
  ])
  func whatAProgramMayDo(body: String, output: String) throws {
    setenv("ISNAD_TEST_SECRET", "secret", 1)
    let (resources, notes) = try folder.export(folder.shell(body))
    #expect(folder.read("data/bad/out.txt") == output, "\(body)")
    #expect(resources.map(\.digest) == [FileDigest(path: "data/bad/out.txt", contents: Array(output.utf8))])
    #expect(notes == [])
    #expect(folder.names == ["data", "data/bad", "data/bad/out.txt", "kept"])
  }

  @Test func limitsAreSetBeforeAProgramBegins() throws {
    _ = try folder.export(folder.shell("ulimit -n; ulimit -c; ulimit -d; [ $(ulimit -t) -le 21 ] && echo ok"))
    #expect(folder.read("data/bad/out.txt") == "256\n0\n4194304\nok\n")
  }

  @Test(
    .enabled(if: ProgramFolder.python != nil, "python3 is not here"),
    arguments: [
      ("bytearray(5 << 30)", "MemoryError"), ("[open('/dev/null') for _ in range(300)]", "Too many open files"),
    ])
  func whoTakesTooMuchGetsNoMore(code: String, words: String) throws {
    let program = try folder.shell("echo x; exec python3 -c \"\(code)\"")
    let fault = #expect(throws: Diagnostic.self) { try folder.export(program) }
    #expect(fault?.id == "program-exit" && fault?.reason.contains(words) == true, "\(String(describing: fault))")
  }

  /// The time is what a machine that does much else may need until the mark is written; the last program alone uses
  /// it up.
  @Test(arguments: [
    ("sleep 300 & echo $! > \"$1\"; echo x", 60), ("(sleep 300 & echo $! > \"$1\"); echo x", 60),
    ("setsid sh -c 'echo $$ > \"$1\"; sleep 300; :' & while ! [ -s \"$1\" ]; do sleep 0.1; done; echo x", 60),
    ("sleep 300 & echo $! > \"$1\"; sleep 300", 8),
  ])
  func nothingThatAProgramStartsLivesOn(body: String, seconds: Int) throws {
    let mark = folder.programs + "/pid"
    let program = try folder.shell(body.replacing("$1", with: mark))
    _ = try? folder.export(program, seconds: seconds)
    let id = try #require(FileTree.bytes(of: mark).flatMap { pid_t(String(decoding: $0.dropLast(), as: UTF8.self)) })
    // A process that has ended and whose parent has not asked yet has no environment.
    let isAlive = kill(id, 0) == 0 && FileTree.bytes(of: "/proc/\(id)/environ")?.isEmpty == false
    #expect(!isAlive, "process \(id) is alive: \(body)")
  }

  @Test func whoWritesMuchBeforeReadingIsNotHeldUp() throws {
    let size = try folder.export(folder.shell("yes 0123456 | head -c 800000; cat")).resources[0].digest.bytes
    #expect(size > 800_000)
  }

  @Test func severalFilesAreWrittenIntoTheWorkingFolder() throws {
    let program = try folder.shell("wc -l > a.txt; mkdir b; echo b > b/c.csv", files: ["a.txt", "b/c.csv"])
    let (resources, _) = try folder.export(program)
    #expect(resources.map(\.file.path) == ["data/bad/a.txt", "data/bad/b/c.csv"])
    #expect(resources.map(\.file.name) == ["bad-a-txt", "bad-b-c-csv"])
    #expect(folder.read("data/bad/b/c.csv") == "b\n")
  }

  @Test(arguments: [
    ("echo a > a.txt", "it did not write “b/c.csv”, which it declares"),
    ("echo a > a.txt; mkdir b; echo b > b/c.csv; echo x", "it writes several files, and yet wrote to standard output"),
    ("echo a > a.txt; mkdir b; ln -s ../a.txt b/c.csv", "“b/c.csv” is a symbolic link"),
    ("echo a > a.txt; mkdir b; ln a.txt b/c.csv", "“a.txt” is a second name of another file"),
    ("echo a > a.txt; ln -s /tmp b", "“b” is a symbolic link"),
    ("echo a > a.txt; mkdir -p b/c.csv", "it did not write “b/c.csv”, which it declares"),
  ])
  func severalFilesMustBeThoseThatAreDeclared(body: String, words: String) throws {
    let program = try folder.shell(body, files: ["a.txt", "b/c.csv"])
    let fault = #expect(throws: Diagnostic.self) { try folder.export(program) }
    #expect(fault?.reason == words)
  }

  @Test func whatAProgramSaysIsHandedOn() throws {
    let program = try folder.shell(
      #"""
      echo '{"level":"note","event_id":"evt-1","message":"no place"}' >&2
      printf 'plain \033[31mred\377\n\n   \n{"level":1}\n' >&2
      i=0; while [ $i -lt 30 ]; do echo '{"message":"m"}' >&2; i=$((i+1)); done
      echo x
      """#)
    let notes = try folder.export(program).notes.map(\.description)
    #expect(notes.count == 21)
    #expect(notes[0] == "isnad-export-bad: note: evt-1: no place [program-message]")
    #expect(notes[1] == "isnad-export-bad: warning: plain  [31mred\u{FFFD} [program-message]")
    #expect(notes[2] == "isnad-export-bad: warning: {\"level\":1} [program-message]")
    #expect(notes[20] == "isnad-export-bad: note: 13 more messages [program-message]")
  }

  @Test(arguments: [
    ("", "--describe prints no JSON: 1:1: error: the JSON text ends too early (byte 0) [json-unexpected-end]"),
    ("echo hello", "--describe prints no JSON: 1:1: error: this byte cannot stand here in a JSON text"),
    ("head -c 70000 /dev/zero", "--describe prints more than 65536 bytes"), ("yes", "it wrote more than 1048576 bytes"),
    ("exit 4", "it failed (exit code 4)"), ("echo boo >&2; exit 1", "it could not write these data (exit code 1): boo"),
    ("echo '[]'", "--describe must print a JSON object"), ("kill -9 $$", "it was ended by signal 9"),
    ("echo '{\"protocol\":[2]}'", "--describe names no version of the protocol that is known here, which is 1"),
    ("echo '{\"protocol\":1}'", "--describe must name the versions of the protocol"),
    ("echo '{\"protocol\":[1]}'", "--describe must say in one line what the format is"),
    ("echo '{\"protocol\":[1],\"summary\":\"a\\u0009b\"}'", "--describe must say in one line what the format is"),
    ("echo '{\"protocol\":[1],\"summary\":\"s\",\"files\":[]}'", "--describe must name at least one file"),
  ])
  func aDescriptionThatCannotBeUsedIsSaidTo(body: String, words: String) throws {
    let fault = #expect(throws: Diagnostic.self) {
      try ProgramRunner.describe(folder.add("bad", "#!/bin/sh\n" + body + "\n"))
    }
    #expect(fault?.reason.hasPrefix(words) == true, "\(String(describing: fault))")
  }

  @Test func aProgramThatCannotBeStartedIsSaidTo() throws {
    let fault = #expect(throws: Diagnostic.self) {
      try ProgramRunner.describe(folder.add("bad", "#!/nowhere/interpreter\n"))
    }
    #expect(fault?.reason.hasPrefix("it could not be started: ") == true, "\(String(describing: fault))")
  }

  @Test func programsAreFoundOnThePath() throws {
    _ = try folder.add("b", "")
    let first = try folder.add("a", "")
    for name in ["csv", "schemas", "A", "-a", "1a", "a.py", "", String(repeating: "a", count: 33)] {
      _ = try folder.add(name, "")
    }
    chmod(try folder.add("c", "").path, 0o644)
    let path = "relative:" + folder.programs + "::/nowhere:" + folder.programs
    #expect(ExportProgram.all(on: path).map(\.name) == ["a", "b"])
    #expect(ExportProgram.all(on: nil) == [])
    #expect(try ExportProgram.named("a", on: path) == first)
    _ = try folder.add("a.py", "")
    #expect(try ExportProgram.named(first.path + ".py", on: nil).name == "a")
    #expect(throws: Diagnostic.self) { try ExportProgram.named("z", on: path) }
    #expect(throws: Diagnostic.self) { try ExportProgram.named("./nothing", on: path) }
    #expect(throws: Diagnostic.self) { try ExportProgram.named("/bin/sh", on: path) }
  }
}
