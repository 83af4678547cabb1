"""An article as a careful reader takes it apart: segments, lists, datelines, what is the site's."""
