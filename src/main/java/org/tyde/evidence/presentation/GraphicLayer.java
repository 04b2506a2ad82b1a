package org.tyde.evidence.presentation;

import org.tyde.imaging.lut.Ink;

import java.util.Optional;

/// A layer that is drawn as one (PS3.3 C.10.7).
///
/// @param name Graphic Layer (0070,0002)
/// @param order Graphic Layer Order (0070,0062): higher lies on top
/// @param ink recommended: CIELab before grey; empty where the state leaves it to the viewer
/// @param description Graphic Layer Description (0070,0068)
public record GraphicLayer(
        String name, int order, Optional<Ink> ink, Optional<String> description) {}
