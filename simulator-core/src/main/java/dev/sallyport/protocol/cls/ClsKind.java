package dev.sallyport.protocol.cls;

import dev.sallyport.protocol.standin.StandInKind;

/** What a frame says, and how long ours are: a question in one TLS record, an answer in several. */
enum ClsKind implements StandInKind {
    SEARCH(700),
    LINES(30_000);

    private final int size;

    ClsKind(int size) {
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }
}
