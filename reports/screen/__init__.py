"""Many projects at a time: from the tables that an office keeps to tables of results, and the page that sums them up."""
