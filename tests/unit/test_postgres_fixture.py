"""The PostgreSQL the server's tests stand on: what is committed outlives a kill, and each test has its own database."""

import psycopg
import pytest
from postgres import Cluster
from sqlalchemy import create_engine, text


def notes(url: str) -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = list(connection.scalars(text("SELECT word FROM note ORDER BY word")))
    engine.dispose()
    return found


def setting(url: str, name: str) -> str | None:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT current_setting(:name)"), {"name": name})
    engine.dispose()
    return found


def write_note(url: str, word: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS note (word text)"))
        connection.execute(text("INSERT INTO note VALUES (:word)"), {"word": word})
    engine.dispose()


def test_committed_row_outlives_a_kill() -> None:
    with Cluster(fsync=True) as cluster:
        url = cluster.create_database("pusat")
        assert setting(url, "fsync") == "on"
        write_note(url, "kept")
        unfinished = create_engine(url).connect()
        unfinished.execute(text("INSERT INTO note VALUES ('lost')"))

        cluster.kill()
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(f"host={cluster.folder} user=loket dbname=pusat")
        unfinished.invalidate()
        cluster.restart()

        assert notes(url) == ["kept"]


def test_a_stopped_cluster_starts_again_with_its_rows() -> None:
    with Cluster() as cluster:
        write_note(cluster.url(), "before")
        cluster.stop()
        assert not (cluster.folder / "data" / "postmaster.pid").exists()
        cluster.start()
        assert notes(cluster.url()) == ["before"]


def test_the_shared_cluster_does_not_wait_for_the_disk(postgres_url: str) -> None:
    assert setting(postgres_url, "fsync") == "off"


def test_each_database_is_its_own(postgres: Cluster, postgres_url: str) -> None:
    write_note(postgres_url, "here")
    other = postgres.create_database("other")
    try:
        write_note(other, "there")
        assert notes(postgres_url) == ["here"]
    finally:
        postgres.drop_database("other")


def test_text_sorts_as_in_a_library_not_by_bytes(postgres_url: str) -> None:
    for word in ("Zaman", "angin", "Batu"):
        write_note(postgres_url, word)
    assert notes(postgres_url) == ["angin", "Batu", "Zaman"]
