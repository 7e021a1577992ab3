import BenefitsModel

// The JSON bodies of definitions. They are types of their own, with the keys of the plan file, so that a
// change of the model cannot change what is stored. Absent and usual values are left out.

struct ProgrammeBody: Codable {
  var title: String
  var purpose: String?

  init(_ programme: Programme) {
    title = programme.title
    purpose = programme.purpose
  }

  func programme(_ id: Programme.ID) -> Programme {
    Programme(id: id, title: title, purpose: purpose)
  }
}

struct CalendarBody: Codable {
  var holidays: Holidays
  var yearStarts: YearStart

  init(_ calendar: WorkingCalendar) {
    holidays = calendar.holidays
    yearStarts = calendar.yearStarts
  }

  var calendar: WorkingCalendar { WorkingCalendar(holidays: holidays, yearStarts: yearStarts) }
}

struct ProjectBody: Codable {
  var title: String
  var owner: String?
  var goLive: Day?

  init(_ project: Project) {
    title = project.title
    owner = project.owner
    goLive = project.goLive
  }

  func project(_ id: Project.ID) -> Project {
    Project(id: id, title: title, owner: owner, goLive: goLive)
  }
}

struct SiteBody: Codable {
  var title: String
  var parent: Site.ID?
  var goLive: Day?

  init(_ site: Site) {
    title = site.title
    parent = site.parent
    goLive = site.goLive
  }

  func site(_ id: Site.ID) -> Site { Site(id: id, title: title, parent: parent, goLive: goLive) }
}

struct StratumBody: Codable {
  var title: String

  init(_ stratum: Stratum) { title = stratum.title }

  func stratum(_ id: Stratum.ID) -> Stratum { Stratum(id: id, title: title) }
}

struct BenefitBody: Codable {
  var title: String
  var aim: Aim
  var project: Project.ID
  var owner: String?
  var lifecycle: Lifecycle
  var `class`: BenefitClass?
  var firstBenefit: Day?
  var weight: Double
  var disbenefit: Bool?
  var reasonSha256: String?
  var tolerance: Tolerance?
  var handOver: Day?
  var bauOwner: String?
  var tags: [String]?

  init(_ benefit: Benefit, texts: inout TextShelf) {
    title = benefit.title
    aim = benefit.aim
    project = benefit.project
    owner = benefit.owner
    lifecycle = benefit.lifecycle
    `class` = benefit.valueClass
    firstBenefit = benefit.firstBenefit
    weight = benefit.weight
    disbenefit = benefit.isDisbenefit ? true : nil
    reasonSha256 = texts.add(benefit.reason)
    tolerance = benefit.tolerance
    handOver = benefit.handOver
    bauOwner = benefit.bauOwner
    tags = benefit.tags.isEmpty ? nil : benefit.tags
  }

  func benefit(_ id: Benefit.ID, texts: TextShelf) -> Benefit {
    Benefit(
      id: id, title: title, aim: aim, project: project, owner: owner, lifecycle: lifecycle,
      valueClass: `class`, firstBenefit: firstBenefit, weight: weight,
      isDisbenefit: disbenefit ?? false, reason: texts.text(reasonSha256), tolerance: tolerance,
      handOver: handOver, bauOwner: bauOwner, tags: tags ?? [])
  }

  var texts: [String?] { [reasonSha256] }
}

struct AnnotationBody: Codable {
  var date: Day
  var kind: Annotation.Kind
  var textSha256: String
  var projects: [Project.ID]?
  var measures: [Measure.ID]?
  var sites: [Site.ID]?

  init(_ annotation: Annotation, texts: inout TextShelf) {
    date = annotation.date
    kind = annotation.kind
    textSha256 = texts.add(annotation.text)
    projects = annotation.projects.isEmpty ? nil : annotation.projects
    measures = annotation.measures.isEmpty ? nil : annotation.measures
    sites = annotation.sites.isEmpty ? nil : annotation.sites
  }

  func annotation(_ id: Annotation.ID, texts: TextShelf) -> Annotation {
    Annotation(
      id: id, date: date, kind: kind, text: texts.text(textSha256), projects: projects ?? [],
      measures: measures ?? [], sites: sites ?? [])
  }

  var texts: [String?] { [textSha256] }
}
