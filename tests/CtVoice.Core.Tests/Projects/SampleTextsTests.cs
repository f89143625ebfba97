using CtVoice.Language.Reading;

namespace CtVoice.Core.Tests.Projects;

public sealed class SampleTextsTests
{
    public static TheoryData<string> Samples => [.. SampleProjects.Files];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_texts_of_every_sample_are_easy_enough_for_residents(string name)
    {
        var sample = SampleProjects.Read(name);
        var texts = sample.Questions.SelectMany(q => q.Text)
            .Concat(sample.Texts.Select(t => KeyValuePair.Create(t.Key, $"{t.Value.Summary}\n{t.Value.Changes}")));

        Assert.Equal([], texts
            .Select(t => ReadingReport.Of(t.Value, t.Key)!)
            .Where(r => r.Verdict != ReadingVerdict.OnTarget)
            .Select(r => $"{r.Plain}: {r.Sentences[0].Text}"));
    }
}
