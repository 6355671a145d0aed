"""OutFiles -> build/docs -> build/site. The site is swapped in whole at the end, so a failed build changes nothing."""

from generator.build.pages import BuildError
from generator.build.site import build

__all__ = ["BuildError", "build"]
