package dev.sallyport.protocol.psom;

import dev.sallyport.protocol.standin.StandInKind;

/** What a frame says, and how long ours are: sizes of the kind that a meeting has, made up all the same. */
enum PsomKind implements StandInKind {
    JOIN(380),
    JOINED(1_600),
    ASK_FOR_SLIDE(60),
    SLIDE(24_000),
    ANNOTATE(2_900),
    ANNOTATED(60),
    LEAVE(20),
    LEFT(20);

    private final int size;

    PsomKind(int size) {
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }
}
