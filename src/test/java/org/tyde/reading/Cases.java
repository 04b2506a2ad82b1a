package org.tyde.reading;

import org.tyde.dicom.DataSet;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.Headers;
import org.tyde.hanging.StudyHeaders;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Open cases for tests.
public final class Cases {
    static final String PATIENT = "19900101-1";

    private Cases() {}

    @SafeVarargs
    static CaseStudy study(String uid, List<DataSet>... series) {
        var headers = new ArrayList<DataSet>();
        for (var one : series) headers.addAll(one);
        return new CaseStudy(
                uid,
                PATIENT,
                Optional.of(LocalDateTime.of(2026, 11, 20, 9, 30)),
                StudyHeaders.read(uid, headers));
    }

    public static OpenCase open(CaseStudy current, CaseStudy... priors) {
        return open(new AtomicLong(), current, priors);
    }

    static OpenCase open(AtomicLong clock, CaseStudy current, CaseStudy... priors) {
        return new OpenCase(current, List.of(priors), HangingProtocols.defaults(), clock::get);
    }

    /// A thorax of 40 sections of 5 mm from z = 0 upwards.
    public static CaseStudy thorax(String uid, String reference, double fromZ) {
        return study(uid, Headers.axial("CT", uid + "-thorax", reference, 40, fromZ));
    }

    static CaseStudy ultrasound(int images) {
        var all = new ArrayList<DataSet>();
        for (int i = 0; i < images; i++)
            all.add(
                    Headers.clip(
                            "US", "u" + i, i, i % 2 == 0 ? 1 : 20, "10:00:%02d".formatted(i), 40));
        return study("us", all);
    }
}
