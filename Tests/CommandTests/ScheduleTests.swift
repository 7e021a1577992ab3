import Foundation
import Testing

/// The ready jobs of `docs/schedules`: each is what its reader expects, and the commands in them run.
@Suite struct ScheduleTests {
  private static let folder = ReadmeTests.root.appendingPathComponent("docs/schedules")
  private static let names = [
    "benefits.cron", "benefits-check.service", "benefits-check.timer", "benefits-check.plist",
    "github-actions.yaml", "gitlab-ci.yaml",
  ]

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: names) func saysHowToSeeThatItStillRuns(name: String) throws {
    if name == "benefits-check.service" {
      #expect(try text(name).contains("To see what it said:"))
    } else {
      #expect(try text(name).contains("To see that it still runs:"))
    }
    #expect(try text("README.md").contains("](\(name))"))
  }

  @Test func yamlAndPropertyListsAreReadByTheirParsers() throws {
    let read = try BuiltPrograms.inEmptyFolder { folder in
      try PythonTools.run(
        """
        import plistlib, sys, yaml
        base = sys.argv[1]
        github = yaml.safe_load(open(base + "/github-actions.yaml"))
        gitlab = yaml.safe_load(open(base + "/gitlab-ci.yaml"))
        agent = plistlib.load(open(base + "/benefits-check.plist", "rb"))
        # YAML 1.1 reads the key 'on' as true.
        print(github[True]["schedule"][0]["cron"], len(github["jobs"]["check"]["steps"]))
        print(gitlab["benefit-checks"]["artifacts"]["reports"]["junit"], gitlab["benefit-checks"]["allow_failure"])
        print(agent["Label"], agent["StartCalendarInterval"], agent["ProgramArguments"][1])
        """, [Self.folder.path], in: folder)
    }
    #expect(
      read == """
        30 6 * * 1-5 4
        checks.xml {'exit_codes': [2]}
        benefits-check {'Hour': 6, 'Minute': 30} check
        """)
  }

  @Test func cronHasOneJobOnWorkingDays() throws {
    let jobs = try text("benefits.cron").split(separator: "\n").filter { line in
      !line.hasPrefix("#") && !line.contains(/^[A-Z_]+=/)
    }
    #expect(jobs.count == 1)
    // minute, hour, day, month, weekday, user, command; '%' would be a line break to cron.
    #expect(jobs[0].hasPrefix("30 6 * * 1-5 benefits benefits-report check "))
    #expect(!jobs[0].contains("%"))
  }

  #if os(Linux)
    @Test func unitsAreVerifiedBySystemd() throws {
      try BuiltPrograms.inEmptyFolder { folder in
        guard try BuiltPrograms.run("command -v systemd-analyze", in: folder).status == 0 else {
          return try unitsHaveTheirSections()
        }
        for name in ["benefits-check.service", "benefits-check.timer"] {
          try text(name).replacing("/usr/local/bin/benefits-report", with: "/bin/true")
            .write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let outcome = try BuiltPrograms.run(
          "systemd-analyze verify ./benefits-check.service ./benefits-check.timer", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.errors.contains("benefits-check"), "\(outcome.errors)")
      }
    }
  #endif

  /// What can be said of a unit without systemd: sections and keys.
  private func unitsHaveTheirSections() throws {
    for (name, section) in [
      ("benefits-check.service", "[Service]"), ("benefits-check.timer", "[Timer]"),
    ] {
      let lines = try text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(lines.first == "[Unit]")
      #expect(lines.contains(Substring(section)))
      #expect(lines.allSatisfy { $0.hasPrefix("[") || $0.contains("=") })
    }
  }

  /// Every `benefits-report check …` of the jobs and of their page, as one line of shell.
  private func commands() throws -> [String] {
    var found: [String] = []
    for name in Self.names + ["README.md"] {
      let text = try text(name).replacing(/\n\s+--format/, with: " --format")
        .replacing(/<\/?string>/, with: "").replacing(
          /\s*\n\s*(?=check$|--database$|\/srv|--format$|text=)/, with: " ")
      for match in text.matches(of: /benefits-report check --[^\n;`]*/) {
        found.append(String(match.0).trimmingCharacters(in: .whitespaces))
      }
    }
    return found
  }

  @Test func theCommandsRun() throws {
    let commands = try commands()
    #expect(commands.count >= 6, "\(commands)")
    try ReportFixture.withDatabase { folder in
      for command in commands {
        let here = command.replacing("/srv/benefits/", with: "").replacing(
          "/var/lib/benefits-check/", with: ""
        ).replacing("=/tmp/", with: "=")
        let outcome = try BuiltPrograms.run(here + " --as-of 2025-10-10", in: folder)
        #expect(outcome.status < 64, "\(here)\n\(outcome.errors)")
      }
    }
  }
}
