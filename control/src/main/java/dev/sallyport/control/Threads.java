package dev.sallyport.control;

/** Threads that never keep the process alive. */
final class Threads {

    private Threads() {}

    static Thread daemon(String name, Runnable run) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    static void start(String name, Runnable run) {
        daemon(name, run).start();
    }
}
