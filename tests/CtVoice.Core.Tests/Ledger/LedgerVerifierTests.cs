using CtVoice.Core.Ledger;

namespace CtVoice.Core.Tests.Ledger;

/// <summary>Whatever is changed after it was written is found.</summary>
public sealed class LedgerVerifierTests
{
    private const string State = """{"stage":"open"}""";
    private static readonly byte[] Salt = [1, 2, 3, 4];
    private static readonly Dictionary<string, StoredContent> Contents = new() { ["reply|1|1"] = new("take names out", Salt) };

    private readonly List<LedgerEntry> entries = [];
    private LedgerHead head = LedgerHead.Empty;

    public LedgerVerifierTests()
    {
        Add("project-submitted", "{}");
        Add("reply-accepted", "{}", "reply|1|1");
        Add("review-closed", State);
    }

    [Fact]
    public void What_was_not_touched_holds() => Assert.Empty(Check());

    [Fact]
    public void An_empty_ledger_of_nothing_holds() => Assert.Empty(LedgerVerifier.Check([], LedgerHead.Empty, "", Contents));

    [Fact]
    public void A_changed_field_is_found() => Found(() => entries[1] = entries[1] with
    {
        Text = entries[1].Text.Replace("reply-accepted", "reply-rejected", StringComparison.Ordinal),
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_removed_entry_is_found(int index) => Found(() => entries.RemoveAt(index));

    [Fact]
    public void A_swapped_order_is_found() => Found(() => (entries[0], entries[1]) = (entries[1], entries[0]));

    [Fact]
    public void Swapped_texts_under_the_old_numbers_are_found() => Found(() =>
        (entries[0], entries[1]) = (entries[0] with { Text = entries[1].Text }, entries[1] with { Text = entries[0].Text }));

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("no hash at all")]
    [InlineData("")]
    public void A_forged_hash_is_found(string hash) => Found(() => entries[1] = entries[1] with { Hash = hash });

    [Fact]
    public void A_changed_entry_with_its_hash_made_anew_is_found() => Found(() =>
    {
        var text = entries[0].Text.Replace("project", "another", StringComparison.Ordinal);
        entries[0] = entries[0] with { Text = text, Hash = LedgerChain.HashOf(LedgerChain.Origin, 1, text) };
    });

    [Fact]
    public void A_cut_tail_is_found_also_when_the_count_was_cut_with_it() => Found(() =>
    {
        entries.RemoveAt(2);
        head = new(2, entries[1].Hash);
    });

    [Fact]
    public void A_changed_text_is_found() => Assert.NotEmpty(LedgerVerifier.Check(
        entries, head, State, new Dictionary<string, StoredContent> { ["reply|1|1"] = new("leave names in", Salt) }));

    [Fact]
    public void A_missing_text_is_found() =>
        Assert.Contains("gone", Assert.Single(LedgerVerifier.Check(entries, head, State, new Dictionary<string, StoredContent>())),
            StringComparison.Ordinal);

    [Fact]
    public void A_changed_state_is_found() => Assert.Single(LedgerVerifier.Check(entries, head, """{"stage":"cancelled"}""", Contents));

    [Fact]
    public void An_unreadable_entry_is_found_and_the_rest_is_still_checked() => Found(() => entries[1] = entries[1] with { Text = "{" });

    [Fact]
    public void A_text_cannot_be_guessed_from_its_digest_without_the_salt() =>
        Assert.NotEqual(LedgerChain.ContentDigest([1], "yes"), LedgerChain.ContentDigest([2], "yes"));

    private IReadOnlyList<string> Check() => LedgerVerifier.Check(entries, head, State, Contents);

    private void Found(Action tamper)
    {
        tamper();
        Assert.NotEmpty(Check());
    }

    private void Add(string type, string state, params string[] contents)
    {
        var digests = contents.ToDictionary(key => key, key => LedgerChain.ContentDigest(Contents[key].Salt, Contents[key].Text));
        var draft = LedgerDraft.Of(type, Actor.System, ("n", 1), ("nothing", null)) with { Contents = contents };
        var entry = LedgerChain.Append(head, draft, new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero), LedgerChain.Digest(state), digests);
        entries.Add(entry);
        head = new(entry.Number, entry.Hash);
    }
}
