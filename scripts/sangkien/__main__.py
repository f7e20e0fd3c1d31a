"""``python -m sangkien``."""

from sangkien.cli.main import main

if __name__ == "__main__":
    main()
