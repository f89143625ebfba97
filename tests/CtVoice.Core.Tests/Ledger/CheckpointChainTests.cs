using CtVoice.Core.Ledger;

namespace CtVoice.Core.Tests.Ledger;

/// <summary>A chain of checkpoints holds, and whatever is changed in it is found.</summary>
public sealed class CheckpointChainTests
{
    private static readonly SigningKey Key = new(Secret(1));
    private static readonly SigningKey Other = new(Secret(2));
    private static readonly DateTimeOffset Night = new(2027, 1, 12, 8, 30, 0, TimeSpan.Zero);

    private readonly List<Checkpoint> chain = [];

    public CheckpointChainTests()
    {
        Add(Key, ("r-1", 2, 'a'));
        Add(Key, ("r-1", 3, 'b'), ("r-2", 1, 'c'));
        Add(Key, ("r-1", 3, 'b'), ("r-2", 4, 'd'));
    }

    [Fact]
    public void What_was_not_touched_holds() => Assert.Empty(CheckpointChain.Check(chain, []));

    [Fact]
    public void It_holds_from_any_checkpoint_on() => Assert.Empty(CheckpointChain.Check(chain[1..], [Key.Public]));

    [Fact]
    public void The_same_secret_is_the_same_key_and_another_is_another()
    {
        Assert.Equal(Key.Public, new SigningKey(Secret(1)).Public);
        Assert.NotEqual(Key.Public.Id, Other.Public.Id);
        Assert.Throws<ArgumentException>(() => new SigningKey(new byte[31]));
    }

    [Fact]
    public void A_changed_text_is_found() => Found("checkpoint 2 is not signed by the key that it names", () =>
        chain[1] = Rehashed(chain[1] with { Text = chain[1].Text.Replace("\"count\":3", "\"count\":2", StringComparison.Ordinal) }));

    [Fact]
    public void A_text_under_the_hash_of_another_is_found() => Found("checkpoint 2 does not carry the hash of its text", () =>
        chain[1] = chain[1] with { Hash = chain[0].Hash });

    [Fact]
    public void A_missing_checkpoint_is_found() =>
    Found("checkpoint 2 is missing; checkpoint 3 stands in its place", () => chain.RemoveAt(1));

    [Fact]
    public void One_made_anew_with_the_right_key_does_not_lead_on() => Found("checkpoint 3 does not follow from checkpoint 2", () =>
        chain[1] = Next(chain[0], Key, 1, ("r-1", 2, 'a'), ("r-2", 1, 'c')));

    [Fact]
    public void A_chain_made_anew_with_another_key_is_not_believed()
    {
        List<Checkpoint> forged = [Next(null, Other, 0, ("r-1", 2, 'e'))];
        forged.Add(Next(forged[0], Other, 1, ("r-1", 3, 'f')));
        Assert.Empty(CheckpointChain.Check(forged, []));
        Assert.Equal(
            [$"checkpoint 1 is signed by key {Other.Public.Id}, which nobody trusted vouches for",
                $"checkpoint 2 is signed by key {Other.Public.Id}, which nobody trusted vouches for"],
            CheckpointChain.Check(forged, [Key.Public]));
    }

    [Fact]
    public void A_new_key_that_the_old_one_endorsed_is_believed_from_there_on()
    {
        chain.Add(Next(chain[^1], Other, 3, Key, ("r-1", 3, 'b'), ("r-2", 4, 'd')));
        chain.Add(Next(chain[^1], Other, 4, Key, ("r-1", 3, 'b'), ("r-2", 5, 'e')));
        Assert.NotNull(chain[3].Endorsement);
        Assert.Null(chain[4].Endorsement);
        Assert.Empty(CheckpointChain.Check(chain, []));
        Assert.Empty(CheckpointChain.Check(chain, [Key.Public]));
    }

    [Fact]
    public void A_new_key_that_nobody_endorsed_is_found_unless_it_is_trusted()
    {
        chain.Add(Next(chain[^1], Other, 3, ("r-1", 3, 'b'), ("r-2", 4, 'd')));
        Assert.Equal([$"checkpoint 4 is signed by key {Other.Public.Id}, which nobody trusted vouches for"],
            CheckpointChain.Check(chain, []));
        Assert.Empty(CheckpointChain.Check(chain, [Key.Public, Other.Public]));
    }

    [Theory]
    [InlineData("r-2", 3, 'x', "the ledger of review r-2 does not go on from checkpoint 3 to checkpoint 4")]
    [InlineData("r-2", 4, 'x', "the ledger of review r-2 does not go on from checkpoint 3 to checkpoint 4")]
    [InlineData("r-3", 9, 'x', "review r-2 is in checkpoint 3 and not in checkpoint 4")]
    public void A_ledger_that_does_not_go_on_is_found(string id, int count, char hash, string problem)
    {
        chain.Add(Next(chain[^1], Key, 3, ("r-1", 3, 'b'), (id, count, hash)));
        Assert.Equal([problem], CheckpointChain.Check(chain, []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"n\":1}")]
    public void What_is_no_checkpoint_is_named(string text) =>
        Assert.Equal(["checkpoint 1 is not readable"], CheckpointChain.Check([new(1, text, LedgerChain.Digest(text), "")], []));

    [Theory]
    [InlineData(2, "a", null)]
    [InlineData(5, "a", null)]
    [InlineData(0, null, "checkpoint 7 knows this review with 2 entries; it is gone")]
    [InlineData(1, null, "checkpoint 7 saw 2 entries, the ledger holds 1: its tail was cut")]
    [InlineData(3, "b", "entry 2 is not the one that checkpoint 7 saw: the ledger was written again")]
    public void A_ledger_is_held_against_its_anchor(int held, string? hash, string? problem) =>
        Assert.Equal(problem, new LedgerAnchor("r-1", 2, "a").Against(7, held, hash, []));

    [Theory]
    [InlineData(9, "c", null, null, null, "s", true)]
    [InlineData(null, null, "s", null, null, "t", true)]
    [InlineData(null, null, "s", 9, "c", "t", true)]
    [InlineData(null, null, "s", 1, "a", null, true)]
    [InlineData(9, "c", "s", 9, "c", "t", true)]
    [InlineData(9, "c", "s", 9, "d", "t", false)]
    [InlineData(9, "c", "s", null, null, "t", false)]
    [InlineData(9, "c", "s", 8, "b", null, false)]
    // An earlier release told of every entry, also of those after the close.
    [InlineData(30, "z", null, 20, "y", "s", true)]
    public void What_is_sealed_says_nothing_and_what_was_opened_stays(
        int? count, string? hash, string? seal, int? laterCount, string? laterHash, string? laterSeal, bool goesOn)
    {
        var first = CheckpointChain.Next(null, [new("r-1", count, hash, seal)], new(2027, 1, 12), Night, Key);
        var second = CheckpointChain.Next(first, [new("r-1", laterCount, laterHash, laterSeal)], new(2027, 1, 13), Night.AddDays(1), Key);

        Assert.Equal(
            goesOn ? [] : ["the ledger of review r-1 does not go on from checkpoint 1 to checkpoint 2"],
            CheckpointChain.Check([first, second], []));
    }

    [Fact]
    public void A_public_key_is_read_from_base64_and_from_pem()
    {
        Assert.Equal(Key.Public, CheckpointKey.Parse(Key.Public.PublicKey + "\n"));
        Assert.Equal(Key.Public,
            CheckpointKey.Parse($"-----BEGIN PUBLIC KEY-----\r\n{Key.Public.PublicKey[..64]}\r\n{Key.Public.PublicKey[64..]}\r\n-----END "
                + "PUBLIC KEY-----\r\n"));
        Assert.False(new CheckpointKey("no key").Signed("text", chain[0].Signature));
        Assert.False(Key.Public.Signed(chain[0].Text, "no signature"));
    }

    private void Found(string problem, Action change)
    {
        change();
        Assert.Contains(problem, CheckpointChain.Check(chain, []));
    }

    private void Add(SigningKey key, params (string Id, int Count, char Hash)[] anchors) =>
        chain.Add(Next(chain.LastOrDefault(), key, chain.Count, anchors));

    private static Checkpoint Next(Checkpoint? before, SigningKey key, int nights, params (string Id, int Count, char Hash)[] anchors) =>
        Next(before, key, nights, null, anchors);

    private static Checkpoint Next(Checkpoint? before, SigningKey key, int nights, SigningKey? earlier,
        params (string Id, int Count, char Hash)[] anchors) =>
        CheckpointChain.Next(
            before, anchors.Select(a => new LedgerAnchor(a.Id, a.Count, new string(a.Hash, 64))), new DateOnly(2027, 1, 12).AddDays(nights),
            Night.AddDays(nights), key, earlier);

    private static Checkpoint Rehashed(Checkpoint checkpoint) => checkpoint with { Hash = LedgerChain.Digest(checkpoint.Text) };

    private static byte[] Secret(byte first) => [first, .. new byte[31]];
}
