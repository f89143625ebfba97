using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Tests.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects;

public sealed class SampleProjectsTests
{
    public static TheoryData<string> Names => [.. SampleProjects.Files];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_can_be_taken_in(string name) => Assert.Empty(SampleProjects.Check(SampleProjects.Read(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_has_its_questions_in_English_and_Spanish(string name) =>
        Assert.All(SampleProjects.Read(name).Questions, q => Assert.True(q.Text.ContainsKey("en") && q.Text.ContainsKey("es")));

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Every_sample_can_be_taken_in_with_the_published_dictionary_too(string name) =>
        Assert.Empty(
            ProjectIntake.Check(SampleProjects.Read(name), PublishedDictionary.Need(), IntakePolicy.Default, SampleProjects.Dates));

    [Fact]
    public void The_samples_cover_the_kinds_of_request_that_come_up()
    {
        var samples = SampleProjects.Files.Select(SampleProjects.Read).ToArray();

        Assert.Contains(samples, s => s.Kind == ProjectKind.Modification);
        Assert.Contains(samples, s => s.Kind == ProjectKind.PublicationCheck);
        Assert.Contains(samples, s => s.Claims is not null);
        Assert.Contains(samples, s => s.People is { Total.IsKnown: false });
        Assert.Contains(samples, s => s.People!.Groups.Any(g => g.Count.Value is > 0 and < 11));
        Assert.Contains(samples, s => s.People is { Programmes.Count: 0, Comparison: not null, Total.Value: > 400_000 });
        Assert.Single(samples, s => ProjectIntake.IsExpedited(s, SampleProjects.Dates));
        Assert.Contains(samples, s => s.SharingAgencies.Select(a => a.Agency).SequenceEqual(["DSS", "CCEH"]));
    }

    [Fact]
    public void The_small_catalogue_imports_without_a_bad_row()
    {
        var reading = SampleProjects.Import();

        Assert.Empty(reading.Faults);
        Assert.InRange(reading.Elements.Count, 38, 45);
        Assert.True(reading.Elements.Select(e => e.Agency).Distinct().Count() >= 6);
        Assert.Contains(reading.Elements, e => e.Definition.Contains('–'));
    }

    [SkippableFact]
    public void The_small_catalogue_uses_ids_of_the_published_dictionary_and_words_of_its_own()
    {
        var published = PublishedDictionary.Need();

        Assert.All(SampleProjects.Catalogue.Elements, e => Assert.NotNull(published.Find(e.Id)));
        Assert.All(SampleProjects.Catalogue.Elements, e => Assert.NotEqual(published.Find(e.Id)!.Definition, e.Definition));
    }
}
