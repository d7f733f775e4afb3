package dev.linnet.pipeline.learn;

import dev.linnet.keywords.weighting.Weight;
import java.util.List;

/**
 * Weights that decisions changed.
 *
 * @param whole whether these are all there are: others that were told before have their prior again
 * @param changed the new weights; one with 0 decisions has its prior again
 */
public record WeightUpdate(boolean whole, List<Weight> changed) {}
