package org.chronus.instrument.engine.load;

/**
 * What a group of voices costs, as a share of a block: learned from how the load followed the number of groups in the last second in which
 * that changed, so that an effect which is dear is not laid to the voices. Audio thread only.
 */
final class GroupCost {
    /** The weight of the newest block, about a second of blocks; how much the number must vary; how little of the load may be the voices'. */
    private static final double NEWEST = 0.0015, LEAST_VARIANCE = 0.05, LEAST_PART = 0.1;

    private double meanGroups;
    private double meanLoad;
    private double variance;
    private double covariance;
    private double slope = Double.NaN;
    private long seen;

    /** A block has been rendered with so many groups. */
    void observe(int groups, double load) {
        seen++;
        double weight = Math.max(NEWEST, 1.0 / seen), aboveGroups = groups - meanGroups, aboveLoad = load - meanLoad;
        meanGroups += weight * aboveGroups;
        meanLoad += weight * aboveLoad;
        variance += weight * (aboveGroups * (groups - meanGroups) - variance);
        covariance += weight * (aboveGroups * (load - meanLoad) - covariance);
        if (variance > LEAST_VARIANCE) {
            slope = covariance / variance;
        }
    }

    /** One group's, if that many make that load: at most their share of all of it, and that as long as nothing else is known. */
    double of(int groups, double load) {
        double most = groups > 1 ? load / groups : load, least = LEAST_PART * most;
        return slope < least ? least : slope < most ? slope : most;
    }
}
