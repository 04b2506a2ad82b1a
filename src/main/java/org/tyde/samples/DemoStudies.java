package org.tyde.samples;

import org.tyde.samples.DemoCase.Patient;
import org.tyde.samples.DemoCase.Referral;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// The demo studies of the embedded archive: six fictitious patients. Every instance is computed when
/// asked for, and is the same to the byte each time.
public final class DemoStudies {
    private static final Patient THORAX =
            Patient.of("Ødegård", "Åse Marie", LocalDate.of(1958, 6, 17), true);
    private static final Patient BRAIN =
            Patient.of("Sæther", "Bjørn", LocalDate.of(1971, 2, 3), false);
    private static final Patient CHEST =
            Patient.of("Lunde", "Henrik", LocalDate.of(1949, 11, 28), false);
    private static final Patient BREAST =
            Patient.of("Aasen", "Torunn", LocalDate.of(1966, 9, 9), true);
    private static final Patient MOTHER =
            Patient.of("Haugen", "Silje", LocalDate.of(1994, 4, 21), true);
    private static final Patient HEART =
            Patient.of("Berglund", "Olav", LocalDate.of(1955, 12, 5), false);

    private static final String TOENSBERG = "Sykehuset i Vestfold, Tønsberg";
    private static final String DRAMMEN = "Vestre Viken, Drammen sykehus";
    private static final String KONGSBERG = "Vestre Viken, Kongsberg sykehus";
    private static final String SKIEN = "Sykehuset Telemark, Skien";

    private DemoStudies() {}

    /// @return every instance, study after study, the quickest to compute first
    public static List<DemoInstance> instances() {
        var all = new ArrayList<DemoInstance>();
        all.addAll(chest());
        all.addAll(MovingStudies.angiogram(angiogram()));
        all.addAll(breast());
        all.addAll(MovingStudies.ultrasound(ultrasound()));
        all.addAll(brain());
        all.addAll(thorax());
        return List.copyOf(all);
    }

    private static List<DemoInstance> thorax() {
        var all = new ArrayList<DemoInstance>();
        var now =
                new DemoCase(
                        "ct thorax 2026",
                        THORAX,
                        LocalDate.of(2026, 11, 20),
                        LocalTime.of(9, 14),
                        "CT",
                        "CT thorax med iv kontrast",
                        "CHEST",
                        TOENSBERG,
                        "Lungemedisinsk poliklinikk",
                        "HIGH",
                        new Referral(
                                "Kontroll av nodulus i høyre overlapp, 6,0 mm 14.03.2026. Vekst?",
                                "68 år gammel kvinne, tidligere røyker (35 pakkeår). Hoste siste to"
                                        + " måneder, vekttap 4 kg. Kols grad II.",
                                "Nedsatt nyrefunksjon, eGFR 52",
                                "Penicillin: utslett"));
        var before =
                new DemoCase(
                        "ct thorax 2026 prior",
                        THORAX,
                        LocalDate.of(2026, 3, 14),
                        LocalTime.of(13, 40),
                        "CT",
                        "CT thorax",
                        "CHEST",
                        SKIEN,
                        "Fastlege",
                        "ROUTINE",
                        new Referral(
                                "Langvarig hoste. Tumor?",
                                "67 år gammel kvinne, tidligere røyker.",
                                "",
                                "Penicillin: utslett"));
        all.addAll(new CtStudy(now, 8.4, 0).instances(true));
        all.addAll(new CtStudy(before, 6.0, -14.5).instances(false));
        all.add(
                PriorReport.of(
                        before,
                        "Solid nodulus perifert i høyre overlapp, 6,0 mm. Ingen forstørrede"
                                + " lymfeknuter. Ingen pleuravæske. Lett emfysem apikalt.",
                        "6,0 mm nodulus i høyre overlapp. Kontroll-CT om 6–12 måneder anbefales."));
        return all;
    }

    private static List<DemoInstance> brain() {
        var demo =
                new DemoCase(
                        "mr caput 2026",
                        BRAIN,
                        LocalDate.of(2026, 11, 20),
                        LocalTime.of(11, 5),
                        "MR",
                        "MR caput med kontrast",
                        "BRAIN",
                        DRAMMEN,
                        "Nevrologisk poliklinikk",
                        "ROUTINE",
                        new Referral(
                                "Førstegangs krampeanfall. Ekspansiv prosess?",
                                "55 år gammel mann, tidligere frisk. Generalisert anfall 12.11."
                                        + " Normal klinisk nevrologisk undersøkelse.",
                                "",
                                ""));
        return new MrStudy(demo).instances();
    }

    private static List<DemoInstance> chest() {
        var demo =
                new DemoCase(
                        "dx thorax 2026",
                        CHEST,
                        LocalDate.of(2026, 11, 21),
                        LocalTime.of(2, 37),
                        "DX",
                        "RTG thorax front og side",
                        "CHEST",
                        KONGSBERG,
                        "Akuttmottak",
                        "STAT",
                        new Referral(
                                "Feber og hoste. Pneumoni?",
                                "77 år gammel mann. Temp 39,1, CRP 214, metning 91 %. Knatrelyder"
                                        + " basalt venstre side.",
                                "",
                                ""));
        return ProjectionStudies.chest(demo);
    }

    private static List<DemoInstance> breast() {
        var all = new ArrayList<DemoInstance>();
        var now =
                new DemoCase(
                        "mg 2026",
                        BREAST,
                        LocalDate.of(2026, 11, 19),
                        LocalTime.of(14, 20),
                        "MG",
                        "Mammografi",
                        "BREAST",
                        TOENSBERG,
                        "Brystdiagnostisk senter",
                        "HIGH",
                        new Referral(
                                "Palpabel kul venstre bryst kl. 2, oppdaget for tre uker siden.",
                                "60 år gammel kvinne. Mor med brystkreft, 71 år.",
                                "",
                                ""));
        var before =
                new DemoCase(
                        "mg 2024",
                        BREAST,
                        LocalDate.of(2024, 10, 8),
                        LocalTime.of(10, 2),
                        "MG",
                        "Mammografi, screening",
                        "BREAST",
                        TOENSBERG,
                        "Mammografiprogrammet",
                        "ROUTINE",
                        new Referral("Screening.", "", "", ""));
        all.addAll(ProjectionStudies.mammograms(now, 13, 2, false));
        all.addAll(ProjectionStudies.mammograms(before, 0, 1, true));
        all.add(
                ReferralPdf.of(
                        now,
                        List.of(
                                "Henvisning til mammografi",
                                "",
                                "Pasienten har kjent en kul i venstre bryst i tre uker.",
                                "Ved palpasjon: fast, ca. 1,5 cm, kl. 2, 5 cm fra mamillen.",
                                "Ingen inndragning av hud. Ingen palpable lymfeknuter.",
                                "",
                                "Ønsker mammografi og eventuelt ultralyd.",
                                "",
                                "Hilsen fastlegen (fiktiv henvisning, demonstrasjon)")));
        all.add(
                PriorReport.of(
                        before,
                        "Fibroglandulært vev, tetthet b. Ingen suspekte fortetninger eller"
                                + " mikrokalk.",
                        "Normal mammografi, BI-RADS 1 begge sider."));
        return all;
    }

    private static DemoCase ultrasound() {
        return new DemoCase(
                "us foster 2026",
                MOTHER,
                LocalDate.of(2026, 11, 20),
                LocalTime.of(12, 30),
                "US",
                "UL foster, organrettet",
                "ABDOMEN",
                DRAMMEN,
                "Fødepoliklinikk",
                "ROUTINE",
                new Referral(
                        "Rutineultralyd uke 19. Fostermål og organgjennomgang.",
                        "32 år gammel førstegangsfødende.",
                        "",
                        ""));
    }

    private static DemoCase angiogram() {
        return new DemoCase(
                "xa koronar 2026",
                HEART,
                LocalDate.of(2026, 11, 21),
                LocalTime.of(8, 50),
                "XA",
                "Koronar angiografi",
                "HEART",
                SKIEN,
                "Hjertemedisinsk avdeling",
                "HIGH",
                new Referral(
                        "NSTEMI. Koronarstatus?",
                        "70 år gammel mann med brystsmerter siden i går kveld, troponin 412.",
                        "Marevan, INR 2,1",
                        "Jodkontrast: lett urtikaria 2019"));
    }
}
