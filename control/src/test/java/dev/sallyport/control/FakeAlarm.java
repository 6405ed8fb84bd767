package dev.sallyport.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An alarm whose time passes when the test says so. */
final class FakeAlarm implements Alarm {

    private record Waiting(Duration at, Runnable action) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Waiting one = new Waiting(now.plus(delay), action);
        waiting.add(one);
        return () -> cancel(one);
    }

    private synchronized void cancel(Waiting one) {
        waiting.remove(one);
    }

    /** Lets time pass; what is due runs in this thread. */
    void pass(Duration time) {
        Duration until;
        synchronized (this) {
            until = now.plus(time);
        }
        for (Runnable due = next(until); due != null; due = next(until)) {
            due.run();
        }
        synchronized (this) {
            now = until;
        }
    }

    private synchronized Runnable next(Duration until) {
        Waiting due = waiting.stream()
                .filter(one -> one.at.compareTo(until) <= 0)
                .min(Comparator.comparing(Waiting::at))
                .orElse(null);
        if (due == null) {
            return null;
        }
        waiting.remove(due);
        now = due.at;
        return due.action;
    }
}
