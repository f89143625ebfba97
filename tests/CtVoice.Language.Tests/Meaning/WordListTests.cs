using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

public sealed class WordListTests
{
    public static TheoryData<string> Lists => new(WordList.Worry.Id, WordList.OwnCase.Id);

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_phrase_of_a_list_raises_its_flag(string id)
    {
        var list = id == "worry" ? WordList.Worry : WordList.OwnCase;
        foreach (var phrase in list.Entries.SelectMany(entry => entry.Phrases))
            Assert.True(list.Find(phrase.Replace("*", "o", StringComparison.Ordinal)) is not null, phrase);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_names_its_version_and_says_that_nobody_has_reviewed_it_yet(string id)
    {
        var list = id == "worry" ? WordList.Worry : WordList.OwnCase;

        Assert.StartsWith(id + "/", list.Version, StringComparison.Ordinal);
        Assert.Equal(("draft", null, null), (list.Reviewed.State, list.Reviewed.By, list.Reviewed.On));
        Assert.Equal(["en", "es"], list.Entries.Select(entry => entry.Language).Distinct());
    }

    [Fact]
    public void An_exception_counts_only_in_its_own_sentence() =>
        Assert.NotNull(WordList.Worry.Find("Suicide prevention is good. I thought about suicide."));
}
