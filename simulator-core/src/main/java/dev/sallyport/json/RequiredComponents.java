package dev.sallyport.json;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Makes every component of a record required, so that what is missing is named instead of read as null or nought. */
final class RequiredComponents extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        return member instanceof AnnotatedParameter && !mayBeMissing(member.getRawType());
    }

    /** An attempt that this host kept from being made may have no address. */
    private static boolean mayBeMissing(Class<?> type) {
        return type == Optional.class || type == InetSocketAddress.class;
    }
}
