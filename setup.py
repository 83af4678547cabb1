"""Packaging, also for Beam's --setup_file: workers of a cluster install the stages with it."""

import os
import pathlib
import re

import setuptools

HERE = pathlib.Path(__file__).parent
VERSION = re.search(
    r'__version__ = "([^"]+)"', (HERE / "pipeline" / "__init__.py").read_text(encoding="utf-8")
)

COMPILED = "acts quotes forms.py".split()
"""The dearest of what reads text: as C extensions where COMMUNIQUE_COMPILE is set."""


def extensions() -> list[setuptools.Extension]:
    """The stages that are compiled, if that is asked: it takes mypyc and a C compiler."""
    if not os.environ.get("COMMUNIQUE_COMPILE"):
        return []
    from mypyc.build import mypycify  # not needed where nothing is compiled

    paths = [HERE / "transforms" / name for name in COMPILED]
    files = [file for path in paths for file in ([path] if path.is_file() else path.glob("*.py"))]
    return mypycify([str(file.relative_to(HERE)) for file in sorted(files)], opt_level="2")


setuptools.setup(
    name="communique",
    ext_modules=extensions(),
    version=VERSION[1] if VERSION else "0",
    description="Feed archives in, who-demands-what rows out: an Apache Beam pipeline",
    long_description=(HERE / "README.md").read_text(encoding="utf-8")
    if (HERE / "README.md").exists()
    else "",
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    packages=setuptools.find_packages(
        include=["pipeline", "pipeline.*", "transforms", "transforms.*"]
    ),
    package_data={"transforms": ["data/*.tsv", "data/acts/*.tsv", "data/schema/*", "py.typed"]},
    python_requires=">=3.10,<3.15",
    install_requires=[
        "apache-beam==2.77.*",
        "ahocorasick-rs>=1.0.3,<2",
        "charset-normalizer>=3.4,<4",
        "fastjsonschema>=2.21,<3",
        "feedparser>=6.0.14,<6.1",
        "hijridate>=2.6,<3",
        "langdetect==1.0.9",
        "langdetect-rs==0.1.*",
        "persiantools>=6.2,<7",
        "selectolax>=1.0,<2",
        "w3lib>=2.3,<3",
        "warcio>=1.8.1,<2",
        "zstandard>=0.23,<1",
    ],
    extras_require={
        # what `communique load` needs beside its warehouse
        "clickhouse": ["clickhouse-connect>=1.12,<2"],
        "duckdb": ["duckdb>=1.4"],
        "postgresql": ["psycopg[binary]>=3.2,<4"],
    },
    entry_points={"console_scripts": ["communique = pipeline.command:main"]},
    classifiers=[
        "License :: OSI Approved :: Apache Software License",
        "Programming Language :: Python :: 3.10",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Programming Language :: Python :: 3.14",
    ],
)
