// SPDX-License-Identifier: Apache-2.0

/// An interface with every construct of the grammar.
let sampleInterface = """
    # First line of the interface's documentation.
    #
    #   An indented third line.
    interface org.example.Every-thing.x2

    # A struct.
    type Person (
      # The family name first.
      name: string,
      age: ?int,
      weight: float,
      alive: bool,
      extra: object,
      kind: (citizen, clerk),
      tags: [string](),
      address: (street: string, lines: []string),
      friends: ?[]Person,
      grades: [string]?int,
      matrix: [][string][]?int,
      type: string,
      error: ?string
    )

    type Kind (one, two, three)

    type Empty ()

    # Finds people.
    # [Supports 'more' flag]
    method Find(name: ?string, filter: (exact: bool, kinds: []Kind)) -> (people: []Person)

    method Ping() -> ()

    method Long(
      # Documented.
      first: string,
      second: int
    ) -> (result: string)

    # Nobody there.
    error NotFound (name: string)

    error Busy ()

    """
