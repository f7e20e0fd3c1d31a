"""The commented specimen in English. Filled by ``specimen``; keys as in ``specimen_vi``."""

from typing import Final

TEMPLATE: Final = """\
---
# THE FRONT MATTER stands between the two lines of three hyphens. Lines that begin with # only guide you.
# To do: fill in what says TODO and the keys that are empty. To use an optional key, take the # off its line.
# Put a sentence with a colon or a number sign in double quotes.

# The title. It may change at any time: the page keeps its address.
title: $title
# One or two sentences, at most 300 characters: what was hard, what was made, what came of it. Shown on cards.
summary: "TODO: one or two sentences"
# A reference number, if the unit gives one. It makes a short address, /s/<code>/.
# code: SK-$year-0001

# The authors in order of credit; one more person is one more item of the list.
authors:
  # The name exactly as the person writes it.
  - name: "TODO: full name"
    # The position at that time.
    role: "TODO: position"
    # The day the author agreed to be named, year-month-day, such as $today. Without it nothing is published.
    consent:
    # The author's part in per cent; all parts add up to 100.
    # share: 100
    # The id of the author's unit, as for organisation below.
    # organisation: unit-id
    # A page of the author's own, if there is a file $content/people/<id>.md.
    # person: person-id
  # A name that a public body has published already takes this instead of the day:
  #   consent: {basis: public-report, publisher: the body, title: of its report, date: $today, url: "https://…"}
  # An author who has withdrawn consent:
  #   consent: {withdrawn: $today}
  # A group as author, which needs no consent:
  # - collective: Maintenance team 2

# The unit where it is applied, by its id. $organisations
organisation:
# The sector. $sectors
sector:
# The kind of solution. $solutions
solution:
# The place. $places
place:
# The day it was first applied or tried, such as $today.
# applied: $today
# The day it was registered with the union: it decides phase and month; without it the day above does.
# registered: $today

# The status. draft: nobody sees it; published: it is on the site; withdrawn: it is taken off.
status: draft
# The day of publication: needed once it is published. A day to come holds it back until then.
# published: $today
# The day of the last change, and the corrections made since publication.
# updated: $today
# corrections:
#   - date: $today
#     text: what was corrected

# The benefit: đồng a year (digits only), its kinds, how it was reckoned, who confirmed it.
# Kinds of benefit (kinds). $benefits
# benefit:
#   vnd_per_year: 120000000
#   kinds: []
#   note: how it was reckoned
#   confirmed_by: the office that confirmed it
# Recognitions and awards. Levels: co-so (unit), cap-tren (above it), tinh (province), toan-quoc.
# Awards (award). $awards
# recognition:
#   - level: co-so
#     year: $year
#     decision: number of the decision
#     date: $today
#   - award: award-id
#     year: $year
# On the home page and in the hall of honour: rank 1 comes first; the citation says what for.
# featured:
#   rank: 1
#   citation: one sentence of praise

# Photos lie beside this file. alt tells those who can't see it what is in it; credit names the photographer;
# shows is one of hero (the main one), before, after, detail.
# photos:
#   - file: machine.jpg
#     alt: what is seen
#     caption: a line under the photo
#     credit: the photographer
#     shows: hero
#     illustration: true    # only where it is a drawing, no photo of the real thing
# Videos published elsewhere: the page only links to them.
# videos:
#   - url: "https://…"
#     title: of the video
# For those who want one too: cost in đồng, parts, conditions, an office to ask (never a private number).
# replication:
#   cost_vnd: 650000
#   parts: [one part, another part]
#   conditions: what is needed
#   contact: the office to ask
# Units that have taken it up.
# adopters:
#   - organisation: unit-id
#     since: $today
# What the press wrote.
# press:
#   - outlet: name of the paper
#     title: of the story
#     url: "https://…"
#     date: $today

# Confidential: only title, summary, authors and recognitions are shown.
# confidential: true
# Earlier names of this folder: their addresses lead here.
# aliases: [old-name]
# Invented for demonstration: marked as a sample, outside every count.
# sample: true
# Keywords.
# tags: [safety, warehouse]
---
## $circumstances

TODO: what was in the way, who suffered from it, what made you begin?

## $solution_heading

TODO: what was made, how does it differ from before, what was tried and failed?

## $effect

TODO: before and after: how much money, how many hours, who confirmed it?

## $spread

TODO: what do others need to build one too, what does it cost, what must they mind?
"""
