using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Web.Register;

namespace CtVoice.Web.Tests.Register;

public sealed class LandscapeCellTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    [InlineData(3, null)]
    public void A_cell_says_how_many_of_its_projects_were_not_read(int read, int? lacks)
    {
        var use = new DataUse("DSS", new("2054-5", "Black or African American"),
            [.. Enumerable.Range(1, 3).Select(i => new LandscapeProject($"r-{i}", "A project", null))]);

        var cell = LandscapeCell.Of(
            use, use.Projects.Take(read).ToDictionary(p => p.Id, _ => new ProjectRequest()), ElementCatalogue.Empty, ReferenceData.Shipped);

        Assert.Equal(lacks, cell.NotRead);
    }
}
