using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects.Catalogue;

public sealed class CatalogueDiffTests
{
    private static readonly ElementCatalogue Before = SampleProjects.Catalogue;

    [Fact]
    public void A_catalogue_does_not_differ_from_itself_in_another_order() =>
        Assert.True(CatalogueDiff.Between(Before, new("other", [.. Before.Elements.Reverse()])).IsEmpty);

    [Fact]
    public void Added_removed_and_changed_elements_are_told_apart_and_projects_that_use_them_are_found()
    {
        var wage = Before.Find("dol.unemployment-insurance-ui.wage")!;
        var added = wage with { Id = "dol.unemployment-insurance-ui.hours", Name = "Hours" };
        var after = new ElementCatalogue("after",
            [.. Before.Elements.Where(e => e.Id != "oec.town").Select(e => e == wage ? e with { Years = "2027" } : e), added]);

        var diff = CatalogueDiff.Between(Before, after);

        Assert.Equal([added], diff.Added);
        Assert.Equal(["oec.town"], diff.Removed.Select(e => e.Id));
        Assert.Equal([new(wage, wage with { Years = "2027" })], diff.Changed);
        Assert.Equal([wage.Id], diff.Touches(SampleProjects.Read("reentry-employment")));
        Assert.Equal(["oec.town"], diff.Touches(SampleProjects.Read("too-few-people")));
        Assert.Empty(diff.Touches(SampleProjects.Read("snap-homelessness")));
    }
}
