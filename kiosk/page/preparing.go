package page

func (b *build) preparing() {}
