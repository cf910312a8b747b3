package org.chronus.instrument.soak;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/** The collector's pauses while it listens: when each was, for all threads stand still in it. Any thread. */
final class Collections implements AutoCloseable {
    /** Times of {@link System#nanoTime}, in nanoseconds; to the millisecond. */
    record Pause(long begin, long end) { }

    private final List<Pause> pauses = new CopyOnWriteArrayList<>();
    private final NotificationListener listener = (notification, _) -> heard((CompositeData) notification.getUserData());
    private final long startedNanos = System.nanoTime() - 1_000_000 * ManagementFactory.getRuntimeMXBean().getUptime();

    Collections() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (stopsThreads(collector)) {
                ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
            }
        }
    }

    /** Collectors that work beside the threads report their cycles by one name and their pauses by another. */
    private static boolean stopsThreads(GarbageCollectorMXBean collector) {
        return !collector.getName().contains("Cycles");
    }

    private void heard(CompositeData data) {
        var info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
        pauses.add(new Pause(startedNanos + 1_000_000 * info.getStartTime(), startedNanos + 1_000_000 * (info.getEndTime() + 1)));
    }

    List<Pause> pauses() {
        return pauses;
    }

    boolean overlaps(CallbackProbe.Late late) {
        return pauses.stream().anyMatch(pause -> pause.begin <= late.end() && pause.end >= late.begin());
    }

    @Override public void close() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (stopsThreads(collector)) {
                try {
                    ((NotificationEmitter) collector).removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
