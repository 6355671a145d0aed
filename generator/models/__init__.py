"""What an item of each kind holds, as frozen pydantic models. `kinds.KINDS` lists them all."""
