package org.chronus.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

class SchedulingTest {
    private static <T> T onAThreadOfItsOwn(Supplier<T> work) throws InterruptedException, ExecutionException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> result.complete(work.get())).join();
        return result.get();
    }

    @Test void aThreadHasThePriorityThatItWasGrantedAndNoneIfItWasNot() throws Exception {
        int[] seen = onAThreadOfItsOwn(() -> {
            boolean granted = Scheduling.realTime(5);
            int had = Scheduling.priority();
            Scheduling.realTime(0);
            return new int[] {granted ? 5 : 0, had, Scheduling.priority()};
        });
        assertEquals(seen[0], seen[1]);
        assertEquals(0, seen[2]);
    }

    @Test void whatTheAudioThreadWaitsForComesRightAfterIt() throws Exception {
        int own = onAThreadOfItsOwn(() -> {
            Scheduling.audio();
            return Scheduling.priority();
        });
        assertEquals(Math.max(0, own - 1), Scheduling.belowAudio());
    }

    @Test void anAudioThreadThatHasAPriorityAlreadyKeepsIt() throws Exception {
        int[] seen = onAThreadOfItsOwn(() -> {
            boolean granted = Scheduling.realTime(11);
            Scheduling.audio();
            return new int[] {granted ? 11 : Scheduling.priority(), Scheduling.priority()};
        });
        assertEquals(seen[0], seen[1]);
        assertTrue(Scheduling.belowAudio() < Math.max(1, seen[1]));
    }
}
