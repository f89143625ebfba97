using CtVoice.Core.Projects;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Projects;

public sealed class ProjectChangeTests
{
    private static readonly ProjectRequest Before = SampleProjects.Read("reentry-employment");

    [Fact]
    public void A_modification_shows_what_changed_and_nothing_else()
    {
        var changes = ProjectChange.Between(Before, SampleProjects.Read("modification-reentry"));

        Assert.Equal(
            [
                "/purpose",
                "/data/dol.best-chance.program-exit-date/element",
                "/data/dol.best-chance.program-exit-date/notInCatalogue",
                "/data/dol.best-chance.program-exit-date/use",
                "/period",
            ],
            changes.Select(c => c.Pointer));
        Assert.Equal(("\"2019 to 2024\"", "\"2019 to 2026\""), (changes[^1].Before, changes[^1].After));
    }

    [Fact]
    public void The_order_of_a_list_is_no_change() =>
        Assert.Empty(
            ProjectChange.Between(Before, Before with
            { Data = [.. Before.Data.Reverse()], People = Before.People! with { Groups = [.. Before.People.Groups.Reverse()] } }));

    [Fact]
    public void A_count_that_becomes_known_and_an_agency_that_leaves_are_changes()
    {
        var unknown = Before with { People = Before.People! with { Total = Count.Unknown } };
        var without = Before with { SharingAgencies = [.. Before.SharingAgencies.Where(s => s.Agency != "OWS")] };

        Assert.Equal([new("/people/total", "\"unknown-yet\"", "11840")], ProjectChange.Between(unknown, Before));
        Assert.Equal([new("/sharingAgencies/OWS/agency", "\"OWS\"", null)], ProjectChange.Between(Before, without));
    }
}
