"""Operations: what methods take and give, their signatures, and the records that the runtime interprets."""
