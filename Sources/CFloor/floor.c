#include "floor.h"

void floor_scores(const double *facts, const int32_t *rules, size_t rule_count, const int32_t *fact_of,
                  const double *bound_of, const uint8_t *is_at_least, const int32_t *pathway_of,
                  const int32_t *weight_of, int64_t *scores) {
  for (size_t rule = 0; rule < rule_count; rule++) {
    int holds = 1;
    for (int32_t place = rules[rule]; place < rules[rule + 1] && holds; place++) {
      double value = facts[fact_of[place]];
      holds = is_at_least[place] ? value >= bound_of[place] : value <= bound_of[place];
    }
    if (holds) scores[pathway_of[rule]] += weight_of[rule];
  }
}
