"""OutFiles -> build/docs -> build/site. Files move once all is made, so a failed build changes nothing."""

from generator.build.pages import BuildError
from generator.build.site import build

__all__ = ["BuildError", "build"]
