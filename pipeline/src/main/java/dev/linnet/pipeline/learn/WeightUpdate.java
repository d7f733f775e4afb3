package dev.linnet.pipeline.learn;

import dev.linnet.keywords.weighting.Weight;
import java.util.List;

/**
 * Weights that a decision changed.
 *
 * @param changed the new weights; one with 0 decisions has its prior again
 */
public record WeightUpdate(List<Weight> changed) {}
