// Writes the files that script/bench measures with: a plan and its measurements.
//
// generate FOLDER MEASURES SITES MONTHS [promises|ratio]
//
// sorted.csv has the rows by series and month, shuffled.csv the same rows in random order, by the same
// generator on every machine. With `promises`, every series has a baseline and a target of its own; with
// `ratio`, rows have a numerator and a denominator. The months end with December 2025.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 20260424;

// SplitMix64 (Steele, Lea and Flood 2014).
static uint64_t draw(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static FILE *file_in(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (!file) {
    perror(path);
    exit(74);
  }
  return file;
}

static void finish(FILE *file) {
  if (fclose(file)) {
    perror("generate");
    exit(74);
  }
}

static void write_plan(
    const char *folder, int measures, int sites, int months, int has_promises, int is_ratio) {
  FILE *plan = file_in(folder, "plan.yaml");
  int first_year = 2026 - (months + 11) / 12;
  fputs("programme: {id: bench, title: Bench, purpose: To be measured}\n"
        "projects:\n  - {id: P1, title: Project, owner: Lead, go_live: 2023-01-01}\n",
        plan);
  if (sites > 1) fputs("sites:\n", plan);
  for (int site = 1; sites > 1 && site <= sites; site++)
    fprintf(plan, "  - {id: site-%03d, title: Site %d}\n", site, site);
  fputs("benefits:\n", plan);
  for (int benefit = 1; benefit <= (measures + 9) / 10; benefit++)
    fprintf(plan,
            "  - {id: B%04d, title: Benefit %d, aim: patient-experience, project: P1, owner: Lead, "
            "lifecycle: realising, first_benefit: 2023-01}\n",
            benefit, benefit);
  fputs("measures:\n", plan);
  for (int measure = 1; measure <= measures; measure++) {
    fprintf(plan,
            "  - id: measure-%05d\n    title: Measure %d\n    benefits: [B%04d]\n    role: outcome\n",
            measure, measure, (measure + 9) / 10);
    if (is_ratio)
      fputs("    kind: proportion\n    unit: \"%\"\n    multiply: 100\n", plan);
    else
      fputs("    kind: value\n    aggregation: sum\n    unit: days\n", plan);
    fprintf(plan, "    decimals: 1\n    direction: higher\n    frequency: {every: month, from: %d-01}\n",
            first_year);
    const char *window = "from: 2022-01, to: 2022-12, state: validated";
    int target = is_ratio ? 60 : 160 * sites;
    if (has_promises) {
      fputs("    baseline:\n", plan);
      for (int site = 1; site <= sites; site++)
        fprintf(plan, "      - {%s, site: site-%03d}\n", window, site);
      fputs("    targets:\n", plan);
      for (int site = 1; site <= sites; site++)
        fprintf(plan, "      - {value: 160, reach_by: 2026-12, site: site-%03d}\n", site);
    } else {
      fprintf(plan, "    baseline: {%s}\n    targets: [{value: %d, reach_by: 2026-12}]\n", window, target);
    }
  }
  finish(plan);
}

int main(int count, char **arguments) {
  if (count < 5) {
    fputs("usage: generate FOLDER MEASURES SITES MONTHS [promises|ratio]\n", stderr);
    return 64;
  }
  const char *folder = arguments[1];
  int measures = atoi(arguments[2]), sites = atoi(arguments[3]), months = atoi(arguments[4]);
  int has_promises = count > 5 && !strcmp(arguments[5], "promises");
  int is_ratio = count > 5 && !strcmp(arguments[5], "ratio");
  write_plan(folder, measures, sites, months, has_promises, is_ratio);

  size_t rows = (size_t)measures * sites * months, length = 0, capacity = rows * 48 + 64;
  char *text = malloc(capacity);
  size_t *starts = malloc((rows + 1) * sizeof *starts);
  if (!text || !starts) return 71;
  size_t row = 0;
  for (int measure = 1; measure <= measures; measure++) {
    for (int site = 1; site <= sites; site++) {
      for (int month = 0; month < months; month++) {
        int since = 12 * 2026 - months + month;
        int level = 1000 + 4 * month + (int)(draw() % 200);
        starts[row++] = length;
        length += (size_t)snprintf(text + length, capacity - length, "measure-%05d,", measure);
        if (sites > 1) length += (size_t)snprintf(text + length, capacity - length, "site-%03d,", site);
        length += (size_t)snprintf(text + length, capacity - length, "%d-%02d,", since / 12, since % 12 + 1);
        length += is_ratio
            ? (size_t)snprintf(text + length, capacity - length, "%d,%d\n", level / 10, 200 + (int)(draw() % 200))
            : (size_t)snprintf(text + length, capacity - length, "%d.%d\n", level / 10, level % 10);
      }
    }
  }
  starts[rows] = length;

  char head[64];
  snprintf(head, sizeof head, "measure,%speriod,%s\n", sites > 1 ? "site," : "",
           is_ratio ? "numerator,denominator" : "value");
  FILE *sorted = file_in(folder, "sorted.csv");
  fputs(head, sorted);
  fwrite(text, 1, length, sorted);
  finish(sorted);

  uint32_t *order = malloc(rows * sizeof *order);
  if (!order) return 71;
  for (size_t i = 0; i < rows; i++) order[i] = (uint32_t)i;
  for (size_t i = rows - 1; i > 0; i--) {
    size_t j = draw() % (i + 1);
    uint32_t kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  FILE *shuffled = file_in(folder, "shuffled.csv");
  fputs(head, shuffled);
  for (size_t i = 0; i < rows; i++)
    fwrite(text + starts[order[i]], 1, starts[order[i] + 1] - starts[order[i]], shuffled);
  finish(shuffled);
  return 0;
}
