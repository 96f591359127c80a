"""What the file keeps for the hall: pictures of the congress, the queue and typed messages."""

from __future__ import annotations

import base64

from congress_desk.actions.congress_settings import MOST
from congress_desk.domain.hall.pictures import MOST_BYTES, HallPicture
from congress_desk.domain.hall.queue import PREPARED_KEY, Prepared, prepared_text
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.congress import congress_setting, hall_picture_row

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def prepare_hall(file: CongressFile, prepared: Prepared, *, actor: str) -> Prepared | Refusal:
    """Keep the queue of the hall and its messages; nothing is written when they are so already."""
    text, before = prepared_text(prepared), congress_setting(file, PREPARED_KEY)
    if len(text) > MOST:
        return refuse("text_too_long", length=len(text), most=MOST)
    if text == before:
        return prepared
    with file.act("prepare_hall", actor=actor, count=len(prepared.queue)) as act:
        if not text:
            act.delete("congress_setting", PREPARED_KEY)
        elif before:
            act.update("congress_setting", PREPARED_KEY, value=text)
        else:
            act.insert("congress_setting", key=PREPARED_KEY, value=text)
    return prepared


def set_hall_picture(
    file: CongressFile, place: HallPicture, image: bytes, *, actor: str
) -> HallPicture | Refusal:
    """Keep a small PNG or JPEG as a picture of the congress; b"" takes it out."""
    if len(image) > MOST_BYTES[place]:
        return refuse("hall_picture_too_large", limit=MOST_BYTES[place] // 1000)
    if image and not image.startswith(_BEGINNINGS):
        return refuse("picture_unreadable")
    kept, text = hall_picture_row(file, place.value), base64.b64encode(image).decode("ascii")
    if text == (kept["image"] if kept else ""):
        return place
    name = "set_hall_picture" if text else "remove_hall_picture"
    with file.act(name, actor=actor, place=f"hall_picture.{place.value}") as act:
        if kept is None:
            act.insert("hall_picture", place=place.value, image=text)
        elif text:
            act.update("hall_picture", kept["id"], image=text)
        else:
            act.delete("hall_picture", kept["id"])
    return place
